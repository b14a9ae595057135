package io.minimaxmcp.server.mcp;

import io.minimaxmcp.tools.tool.Charged;
import io.minimaxmcp.tools.tool.Failure;
import java.nio.charset.StandardCharsets;

/** A failure in words: what happened, whether it cost anything, what to do now. At most 1 kB of UTF-8. */
public final class FailureText {
    static final int MAX_BYTES = 1024;
    private static final int MAX_NEXT_STEP_BYTES = 480;

    private FailureText() {}

    public static String of(Failure failure) {
        String rest = " " + cost(failure.charged()) + " " + shortened(failure.nextStep(), MAX_NEXT_STEP_BYTES);
        return shortened(failure.message(), MAX_BYTES - bytes(rest)) + rest;
    }

    private static String cost(Charged charged) {
        return switch (charged) {
            case NO -> "It cost nothing.";
            case YES -> "It was charged.";
            case UNKNOWN -> "Whether it was charged is not known.";
        };
    }

    private static String shortened(String text, int maxBytes) {
        if (bytes(text) <= maxBytes) {
            return text;
        }
        int end = text.length();
        while (bytes(text.substring(0, end)) > maxBytes - bytes("…")) {
            end = text.offsetByCodePoints(end, -1);
        }
        return text.substring(0, end) + "…";
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
