package io.minimaxmcp.server.conformance;

import io.minimaxmcp.server.mcp.ResourceBody;
import io.minimaxmcp.server.mcp.ResourceEntry;
import io.minimaxmcp.server.mcp.ResourceSource;
import io.minimaxmcp.server.mcp.ResourceTemplate;
import io.minimaxmcp.tools.tool.Stages;
import io.minimaxmcp.tools.tool.Tenant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The fixture's resources: a text, a picture, a family, and one that can be subscribed to. */
public final class FixtureResources implements ResourceSource {
    private static final ResourceTemplate TEMPLATE = new ResourceTemplate(
            "test://template/", "id", "template", "Resource Template", "One for each id", "application/json");
    private static final Pattern IN_TEMPLATE = Pattern.compile("test://template/([^/]+)/data");
    private static final byte[] PIXEL = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8DwHwAFBQIAX8jx0gAAAABJRU5ErkJggg==");
    private static final String WATCHED = "test://watched-resource";

    private final Map<String, ResourceBody> bodies = Map.of(
            "test://static-text",
            new ResourceBody.Text("text/plain", "This is the content of the static text resource."),
            "test://static-binary",
            new ResourceBody.Bytes("image/png", PIXEL),
            WATCHED,
            new ResourceBody.Text("text/plain", "Watched resource content"));

    @Override
    public CompletionStage<List<ResourceEntry>> list(Tenant tenant) {
        return Stages.of(List.of(
                entry("static-text", "Static Text Resource", "text/plain"),
                entry("static-binary", "Static Binary Resource", "image/png"),
                entry("watched-resource", "Watched Resource", "text/plain")));
    }

    private static ResourceEntry entry(String name, String title, String type) {
        return new ResourceEntry("test://" + name, name, title, "For the suite", type, null);
    }

    @Override
    public Optional<ResourceTemplate> template() {
        return Optional.of(TEMPLATE);
    }

    @Override
    public CompletionStage<Optional<ResourceBody>> read(Tenant tenant, String uri) {
        Matcher family = IN_TEMPLATE.matcher(uri);
        return Stages.of(
                family.matches()
                        ? Optional.of(ResourceBody.json(Map.of(
                                "id",
                                family.group(1),
                                "templateTest",
                                true,
                                "data",
                                "Data for ID: " + family.group(1))))
                        : Optional.ofNullable(bodies.get(uri)));
    }

    @Override
    public Optional<AutoCloseable> watch(Tenant tenant, String uri, Runnable changed) {
        return uri.equals(WATCHED) ? Optional.of(() -> {}) : Optional.empty();
    }
}
