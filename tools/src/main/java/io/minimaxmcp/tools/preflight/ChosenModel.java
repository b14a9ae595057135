package io.minimaxmcp.tools.preflight;

import io.minimaxmcp.schemas.Mode;
import io.minimaxmcp.schemas.Model;
import java.util.Optional;

/**
 * The model of a request.
 *
 * @param known empty for a model that the catalogue does not know and a setting lets pass: nothing about it can be checked
 * @param mode what the model is asked to do, as the catalogue knows it
 */
public record ChosenModel(String id, Optional<Model> known, Optional<Mode> mode) {}
