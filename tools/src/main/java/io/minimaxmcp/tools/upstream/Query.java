package io.minimaxmcp.tools.upstream;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Percent-encoding of what goes into a request line. */
final class Query {
    private Query() {}

    /** {@code ?a=1&b=2} in the order of the names, or nothing; MiniMax mistakes an empty parameter for another, so none is sent. */
    static String of(Map<String, String> parameters) {
        String pairs = new TreeMap<>(parameters)
                .entrySet().stream()
                        .filter(parameter -> !parameter.getValue().isEmpty())
                        .map(parameter -> encode(parameter.getKey()) + "=" + encode(parameter.getValue()))
                        .collect(Collectors.joining("&"));
        return pairs.isEmpty() ? "" : "?" + pairs;
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
