package io.minimaxmcp.server.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.minimaxmcp.schemas.Json;
import io.minimaxmcp.schemas.ToolDefinition;
import io.minimaxmcp.server.Application;
import io.minimaxmcp.server.Stay;
import io.minimaxmcp.server.mcp.FailureText;
import io.minimaxmcp.tools.media.ResultMode;
import io.minimaxmcp.tools.tool.CallContext;
import io.minimaxmcp.tools.tool.Cancellation;
import io.minimaxmcp.tools.tool.Confirmer;
import io.minimaxmcp.tools.tool.Tenant;
import io.minimaxmcp.tools.tool.ToolException;
import io.minimaxmcp.tools.tool.ToolResult;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code call}: one tool call from the shell; progress on stderr, the result on stdout. */
@Command(name = "call", description = "Call one tool: minimax-mcp call generate_image prompt='a lighthouse' n=2")
final class CallCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofMinutes(30);
    private static final int FAILED = 1;

    private final Terminal terminal;
    private final SettingOptions settings;

    @Parameters(index = "0", paramLabel = "TOOL", description = "The tool's name; see README or tools/list")
    private String tool = "";

    @Parameters(index = "1..*", paramLabel = "name=value", description = "Arguments; dots go into objects")
    private List<String> pairs = List.of();

    @Option(names = "--json", paramLabel = "ARGS", description = "Arguments as one JSON object")
    private @Nullable String json;

    @Option(names = "--output", paramLabel = "FORM", description = "text, or json for the structured result")
    private Form form = Form.TEXT;

    CallCommand(Terminal terminal, SettingOptions settings) {
        this.terminal = terminal;
        this.settings = settings;
    }

    /** How the result is printed. */
    enum Form {
        TEXT,
        JSON
    }

    @Override
    public Integer call() throws Exception {
        Application application = new Application(settings.config(), Stay.FOR_ONE_CALL, ResultMode.FILE);
        Signal signal = new Signal(application);
        try (application;
                ProgressLine progress = new ProgressLine(terminal)) {
            ToolDefinition definition = definition(application);
            Arguments arguments = new Arguments(definition);
            if (json != null) {
                arguments.json(json);
            }
            return answered(application, arguments.pairs(pairs).get(), progress);
        } finally {
            signal.forget();
        }
    }

    private ToolDefinition definition(Application application) throws UsageException {
        List<ToolDefinition> tools = application.toolbox().definitions();
        return tools.stream()
                .filter(definition -> definition.name().equals(tool))
                .findFirst()
                .orElseThrow(() -> new UsageException("There is no tool '" + tool + "'. Tools: "
                        + String.join(
                                ", ", tools.stream().map(ToolDefinition::name).toList())));
    }

    private int answered(Application application, ObjectNode arguments, ProgressLine progress) throws Exception {
        CallContext context =
                new CallContext(Tenant.LOCAL, true, PATIENCE, progress, new Cancellation(), Confirmer.NOBODY);
        try {
            ToolResult result = application
                    .toolbox()
                    .call(tool, arguments, context)
                    .toCompletableFuture()
                    .join();
            progress.close();
            print(result);
            return 0;
        } catch (CompletionException thrown) {
            ToolException failed = ToolException.in(thrown);
            if (failed == null) {
                throw thrown;
            }
            progress.close();
            terminal.err().println(FailureText.of(failed.failure()));
            return FAILED;
        }
    }

    private void print(ToolResult result) throws Exception {
        terminal.out()
                .println(
                        form == Form.JSON
                                ? Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(result.structured())
                                : result.text());
    }
}
