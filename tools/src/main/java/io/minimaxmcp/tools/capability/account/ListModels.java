package io.minimaxmcp.tools.capability.account;

import io.minimaxmcp.schemas.Model;
import io.minimaxmcp.schemas.ModelCatalog;
import io.minimaxmcp.tools.tool.CallContext;
import io.minimaxmcp.tools.tool.Capability;
import io.minimaxmcp.tools.tool.Stages;
import io.minimaxmcp.tools.tool.ToolResult;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@code list_models}: the catalogue's models that the tools take. */
public final class ListModels implements Capability<ListModels.Input> {
    private final ModelCatalog catalog;

    public ListModels(ModelCatalog catalog) {
        this.catalog = catalog;
    }

    /** The arguments. */
    public record Input(@Nullable String capability) {}

    /** The answer. */
    public record Listed(List<Model> models, String asOf) {}

    @Override
    public String tool() {
        return "list_models";
    }

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    @Override
    public CompletionStage<ToolResult> call(Input input, CallContext context) {
        List<Model> models = catalog.models().stream()
                .filter(Model::offered)
                .filter(model ->
                        input.capability() == null || model.capability().equals(input.capability()))
                .toList();
        String names = models.stream().map(Model::id).collect(Collectors.joining(", "));
        return Stages.of(ToolResult.of(
                new Listed(models, catalog.asOf()),
                models.size() + " models as of " + catalog.asOf() + ": " + names + "."));
    }
}
