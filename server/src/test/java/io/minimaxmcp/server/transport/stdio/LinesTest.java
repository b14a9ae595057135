package io.minimaxmcp.server.transport.stdio;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinesTest {

    @Test
    void cutsAtLineFeedsAndPassesOverBlankLines() throws IOException {
        assertThat(read("a\r\n\n \t\r\nb\n\nlast", 100)).containsExactly("a\r", "b", "last");
    }

    @Test
    void keepsUnicodeLineEndsInsideALine() throws IOException {
        assertThat(read("a\u2028b\u0085c\n", 100)).containsExactly("a\u2028b\u0085c");
    }

    @Test
    void dropsALineOverTheLimitAndGoesOnWithTheNext() throws IOException {
        assertThat(read("x".repeat(200_000) + "\nnext\n" + "y".repeat(101), 100))
                .containsExactly("TOO LONG", "next", "TOO LONG");
    }

    @Test
    void takesALineOfExactlyTheLimit() throws IOException {
        assertThat(read("x".repeat(100) + "\n", 100)).containsExactly("x".repeat(100));
    }

    @Test
    void putsALineTogetherThatArrivesByteByByte() throws IOException {
        InputStream slow = new ByteArrayInputStream("grüße\nende".getBytes(UTF_8)) {
            @Override
            public synchronized int read(byte[] into, int at, int length) {
                return super.read(into, at, 1);
            }
        };

        assertThat(read(new Lines(slow, 100))).containsExactly("grüße", "ende");
    }

    private static List<String> read(String text, int limit) throws IOException {
        return read(new Lines(new ByteArrayInputStream(text.getBytes(UTF_8)), limit));
    }

    private static List<String> read(Lines lines) throws IOException {
        List<String> read = new ArrayList<>();
        for (byte[] line = lines.read(); line != null; line = lines.read()) {
            read.add(Lines.isTooLong(line) ? "TOO LONG" : new String(line, UTF_8));
        }
        return read;
    }
}
