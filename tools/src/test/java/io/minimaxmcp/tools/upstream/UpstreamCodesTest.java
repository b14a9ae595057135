package io.minimaxmcp.tools.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import io.minimaxmcp.tools.tool.Charged;
import io.minimaxmcp.tools.tool.ErrorKind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class UpstreamCodesTest {
    /** API reference, section 13.1, without 0. */
    private static final List<String> DOCUMENTED = List.of(
            "1000", "1001", "1002", "1004", "1008", "1013", "1024", "1026", "1027", "1028", "1030", "1033", "1039",
            "1041", "1042", "1043", "1044", "2013", "20132", "2037", "2038", "2039", "2042", "2045", "2048", "2049",
            "2054", "2056", "2061", "2153", "2201", "2202", "2203", "2204", "2205");

    private final UpstreamCodes codes = UpstreamCodes.documented();

    @Test
    void mapsEveryDocumentedCodeOnce() {
        List<String> mapped = codes.rows().stream()
                .map(CodeRow::name)
                .filter(name -> name.matches("\\d+"))
                .toList();

        assertThat(mapped).containsExactlyInAnyOrderElementsOf(DOCUMENTED);
    }

    @Test
    void repeatsPaidCallsOnlyForWhatMiniMaxDidNotTake() {
        List<String> repeated = codes.rows().stream()
                .filter(row -> row.repeats(Endpoint.Repeat.PAID))
                .map(CodeRow::name)
                .toList();

        assertThat(repeated)
                .containsExactlyInAnyOrder(
                        "1002",
                        "1039",
                        "1041",
                        "2045",
                        "HTTP 429",
                        "HTTP 529",
                        "refused",
                        "name not found",
                        "connect timeout");
    }

    @Test
    void neverChargesForWhatIsRepeatedOrForAFreeCall() {
        assertThat(codes.rows())
                .filteredOn(row -> row.repeats(Endpoint.Repeat.PAID))
                .allSatisfy(row -> assertThat(row.charged()).isEqualTo(Charged.NO));
        assertThat(codes.rows())
                .allSatisfy(row -> assertThat(row.failure(Endpoint.Repeat.HARMLESS, null, null, null)
                                .charged())
                        .isEqualTo(Charged.NO));
    }

    @Test
    void saysSomethingUsefulInEveryRow() {
        assertThat(codes.rows()).allSatisfy(row -> {
            assertThat(row.meaning()).isNotBlank().doesNotEndWith(".");
            assertThat(row.nextStep()).isNotBlank().endsWith(".");
        });
        assertThat(codes.rows()).extracting(CodeRow::name).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource(Fault.Line.class)
    void hasARowForEveryFaultOfTheLine(Fault.Line line) {
        assertThat(codes.fault(line).meaning()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(ints = {300, 304, 399, 400, 418, 451, 499, 500, 501, 522, 599, 100, 199})
    void hasAnAnswerForEveryStatus(int status) {
        assertThat(codes.status(status).fate()).isIn(CodeRow.Fate.REFUSED, CodeRow.Fate.LOST);
    }

    @Test
    void tellsOfATaskThatCameToNothing() {
        var failure = codes.ofTask(1027, "output <b>sensitive</b>", "t");

        assertThat(failure.kind()).isEqualTo(ErrorKind.CONTENT);
        assertThat(failure.upstreamCode()).isEqualTo(1027);
        assertThat(failure.message()).contains("output sensitive");
        assertThat(failure.traceId()).isEqualTo("t");
    }
}
