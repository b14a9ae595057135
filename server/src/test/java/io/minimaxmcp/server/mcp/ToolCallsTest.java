package io.minimaxmcp.server.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.minimaxmcp.server.FakeMissingTools;
import io.minimaxmcp.server.FakeTools;
import io.minimaxmcp.tools.tool.Tenant;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class ToolCallsTest {
    private static final Tenant NEW_CUSTOMER = new Tenant("new-customer");

    private final FakeMissingTools missing = new FakeMissingTools();
    private final ToolCalls tools = new ToolCalls(new FakeTools().toolbox(), missing, report -> {});

    @Test
    void leavesOutWhatAnAccountDoesNotHaveForThatAccountAlone() {
        missing.put(NEW_CUSTOMER, Set.of("echo"));

        List<String> all = names(tools.list(Tenant.LOCAL));
        List<String> open = names(tools.list(NEW_CUSTOMER));

        assertThat(all).contains("echo").hasSize(open.size() + 1);
        assertThat(open).doesNotContain("echo").isSubsetOf(all);
    }

    @Test
    void listsTheVerySameBytesWhereNothingIsLeftOut() {
        assertThat(tools.list(Tenant.LOCAL)).isSameAs(tools.list(Tenant.LOCAL));
    }

    private static List<String> names(ObjectNode list) {
        return StreamSupport.stream(list.path("tools").spliterator(), false)
                .map(tool -> tool.path("name"))
                .map(JsonNode::asText)
                .toList();
    }
}
