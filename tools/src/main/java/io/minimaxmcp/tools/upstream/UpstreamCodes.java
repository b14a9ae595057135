package io.minimaxmcp.tools.upstream;

import io.minimaxmcp.schemas.Json;
import io.minimaxmcp.tools.tool.Charged;
import io.minimaxmcp.tools.tool.ErrorKind;
import io.minimaxmcp.tools.tool.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Every code that MiniMax documents, every HTTP status and every fault of the line, each mapped once in {@code codes.json}: what may be
 * sent again, what a caller is told, and whether it cost anything. Source: API reference, sections 13.1 and 13.2.
 */
public final class UpstreamCodes {
    private static final UpstreamCodes DOCUMENTED = load();

    private final Map<String, CodeRow> faults;
    private final Map<String, CodeRow> statuses;
    private final Map<String, CodeRow> codes;

    private UpstreamCodes(Table table) {
        faults = table.rows(table.faults, "");
        statuses = table.rows(table.statuses, "HTTP ");
        codes = table.rows(table.codes, "");
    }

    /** The table as it is documented. */
    public static UpstreamCodes documented() {
        return DOCUMENTED;
    }

    /** The whole table in a fixed order: codes of MiniMax, HTTP statuses without a code, faults of the line. */
    public List<CodeRow> rows() {
        List<CodeRow> all = new ArrayList<>(codes.values());
        all.addAll(statuses.values());
        all.addAll(faults.values());
        return List.copyOf(all);
    }

    /** What to tell of a task that MiniMax gave up with this code, long after it had taken it. */
    public Failure ofTask(int code, @Nullable String said, @Nullable String traceId) {
        return code(code).failure(Endpoint.Repeat.PAID, VendorText.clean(said), code, traceId);
    }

    boolean documents(int code) {
        return codes.containsKey(Integer.toString(code));
    }

    CodeRow code(int code) {
        CodeRow row = codes.get(Integer.toString(code));
        return row == null ? fault(Fault.Line.OTHER_CODE) : row;
    }

    /** For answers that bring no code of MiniMax's own. */
    CodeRow status(int status) {
        CodeRow row = statuses.get(Integer.toString(status));
        if (row == null) {
            row = statuses.get(status / 100 + "xx");
        }
        return row == null ? fault(Fault.Line.BROKEN_ANSWER) : row;
    }

    CodeRow fault(Fault.Line line) {
        return Objects.requireNonNull(
                faults.get(line.name().toLowerCase(Locale.ROOT).replace('_', ' ')));
    }

    private static UpstreamCodes load() {
        try (InputStream file = UpstreamCodes.class.getResourceAsStream("codes.json")) {
            return new UpstreamCodes(Json.MAPPER.readValue(file, Table.class));
        } catch (IOException e) {
            throw new UncheckedIOException("codes.json cannot be read", e);
        }
    }

    private record Table(Map<String, String> nextSteps, List<Line> faults, List<Line> statuses, List<Line> codes) {
        Map<String, CodeRow> rows(List<Line> lines, String prefix) {
            Map<String, CodeRow> rows = new LinkedHashMap<>();
            for (Line line : lines) {
                rows.put(line.name, line.row(prefix, Objects.requireNonNull(nextSteps.get(line.next), line.next)));
            }
            return rows;
        }
    }

    private record Line(
            String name,
            String meaning,
            ErrorKind kind,
            CodeRow.Fate fate,
            boolean retryable,
            String charged,
            long pauseS,
            String next) {
        CodeRow row(String prefix, String nextStep) {
            return new CodeRow(
                    prefix + name,
                    meaning,
                    kind,
                    fate,
                    retryable,
                    Charged.valueOf(charged.toUpperCase(Locale.ROOT)),
                    Duration.ofSeconds(pauseS),
                    nextStep);
        }
    }
}
