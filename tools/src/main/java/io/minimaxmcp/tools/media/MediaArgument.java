package io.minimaxmcp.tools.media;

import io.minimaxmcp.tools.tool.Refusal;
import io.minimaxmcp.tools.tool.ToolException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a caller wrote where a medium is asked for, told apart by its form alone. */
sealed interface MediaArgument {
    /** One letter before a colon is a drive of Windows, not a scheme. */
    Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+._-]+):.*", Pattern.DOTALL);

    String FORMS = "Give an https URL, a data: URI with base64, a path of a file in the allowed folders, or a "
            + MediaId.URI_PREFIX + "… URI of an earlier result.";

    /** A public link. */
    record Link(String url) implements MediaArgument {}

    /** Bytes in the argument itself. */
    record Data(DataUri uri) implements MediaArgument {}

    /** An earlier result of this server. */
    record Earlier(MediaId id) implements MediaArgument {}

    /** A file on the server's own machine. */
    record Local(String path) implements MediaArgument {}

    /** Throws {@link ToolException} of kind {@code INVALID_INPUT} for anything that is none of them. */
    static MediaArgument of(String argument, String field) {
        Matcher scheme = SCHEME.matcher(argument);
        if (argument.isBlank()) {
            throw Refusal.of(field, null, "is empty", FORMS);
        }
        if (!scheme.matches()) {
            return new Local(argument);
        }
        return switch (scheme.group(1).toLowerCase(Locale.ROOT)) {
            case "data" ->
                new Data(DataUri.parse(argument)
                        .orElseThrow(() -> Refusal.of(field, argument, "holds no base64 data", FORMS)));
            case "minimax" ->
                new Earlier(MediaId.ofUri(argument)
                        .orElseThrow(() -> Refusal.of(field, argument, "is no URI of a result", FORMS)));
            case "https" -> new Link(checkedUrl(argument, field));
            case "http" ->
                throw Refusal.of(
                        field,
                        argument,
                        "is not encrypted: http is not taken",
                        "Use the https form of the URL, or the " + MediaId.URI_PREFIX + "… URI of an earlier result.");
            case "file" ->
                throw Refusal.of(field, argument, "is a file: URL, which is not taken", "Give the plain path instead.");
            default ->
                throw Refusal.of(field, argument, "has the scheme " + scheme.group(1) + ", which is not taken", FORMS);
        };
    }

    private static String checkedUrl(String argument, String field) {
        try {
            URI uri = new URI(argument);
            if (uri.getHost() != null && uri.getUserInfo() == null) {
                return argument;
            }
        } catch (URISyntaxException notAUrl) {
            throw Refusal.of(field, argument, "is no valid URL: " + notAUrl.getReason(), FORMS);
        }
        throw Refusal.of(field, argument, "must name a host, and no user or password", FORMS);
    }
}
