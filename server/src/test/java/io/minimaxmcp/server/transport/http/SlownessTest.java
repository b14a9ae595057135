package io.minimaxmcp.server.transport.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Clients that keep the server waiting, on purpose or not. */
class SlownessTest {
    private static final Duration SHORT = Duration.ofMillis(400);
    private static final Duration LONG = Duration.ofMinutes(5);

    private HttpPeer peer = new HttpPeer(HttpLimits.DEFAULT.withPatience(SHORT, LONG), Optional.empty(), List.of());

    @AfterEach
    void end() {
        peer.close();
    }

    @Test
    void closesAConnectionWhoseHeadComesByteByByte() throws Exception {
        try (Socket socket = peer.connect()) {
            Drip drip = new Drip(socket.getOutputStream(), "GET /mcp HTTP/1.1\r\nHost: localhost\r\nX-Slow: ");

            assertThat(untilClosed(socket)).doesNotContain("200");
            drip.stop();
        }
    }

    @Test
    void closesItAfterAnEarlierRequestToo() throws Exception {
        try (Socket socket = peer.connect()) {
            OutputStream out = socket.getOutputStream();
            out.write(ascii("GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n"));
            assertThat(readUntil(socket, "}")).startsWith("HTTP/1.1 200");
            Drip drip = new Drip(out, "GET /mcp HTTP/1.1\r\nHost: localhost\r\nX-Slow: ");

            assertThat(untilClosed(socket)).doesNotContain("200");
            drip.stop();
        }
    }

    @Test
    void closesAConnectionOnWhichNothingComes() throws Exception {
        try (Socket socket = peer.connect()) {
            assertThat(socket.getInputStream().read()).isLessThan(0);
        }
    }

    @Test
    void leavesAConnectionOpenThatRestsBetweenTwoRequests() throws Exception {
        try (Socket socket = peer.connect();
                Socket watch = peer.connect()) {
            String request = "GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n";
            socket.getOutputStream().write(ascii(request));
            readUntil(socket, "}");
            assertThat(watch.getInputStream().read()).isLessThan(0);

            socket.getOutputStream().write(ascii(request));

            assertThat(readUntil(socket, "}")).startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void leavesACallAloneThatTakesLonger() {
        String session = peer.session();

        try (EventReader stream = peer.listen(peer.post(session, HttpPeer.call(1, "slow", "2000")))) {
            assertThat(stream.next().at("/result/structuredContent/text").asText())
                    .isEqualTo("2000");
        }
    }

    @Test
    void givesABodyItsOwnTime() throws Exception {
        peer.close();
        peer = new HttpPeer(HttpLimits.DEFAULT.withPatience(LONG, SHORT), Optional.empty(), List.of());
        try (Socket socket = peer.connect()) {
            Drip drip = new Drip(
                    socket.getOutputStream(),
                    "POST /mcp HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 100000"
                            + "\r\n\r\n{");

            assertThat(readUntil(socket, "}}")).startsWith("HTTP/1.1 408").contains("\"jsonrpc\"");
            drip.stop();
        }
    }

    /** All that comes before the server closes the connection. */
    private static String untilClosed(Socket socket) throws IOException {
        StringBuilder read = new StringBuilder();
        try {
            for (int next = socket.getInputStream().read();
                    next >= 0;
                    next = socket.getInputStream().read()) {
                read.append((char) next);
            }
        } catch (SocketException reset) {
            read.append("(reset)");
        }
        return read.toString();
    }

    private static String readUntil(Socket socket, String end) throws IOException {
        StringBuilder read = new StringBuilder();
        while (!read.toString().endsWith(end)) {
            int next = socket.getInputStream().read();
            if (next < 0) {
                throw new IOException("closed after " + read);
            }
            read.append((char) next);
        }
        return read.toString();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Writes a start, and then a byte every now and then until nobody takes it. */
    private static final class Drip {
        private final CountDownLatch stopped = new CountDownLatch(1);

        Drip(OutputStream out, String start) throws IOException {
            out.write(ascii(start));
            Thread thread = new Thread(() -> run(out), "drip");
            thread.setDaemon(true);
            thread.start();
        }

        private void run(OutputStream out) {
            try {
                while (!stopped.await(20, TimeUnit.MILLISECONDS)) {
                    out.write('x');
                }
            } catch (IOException closed) {
                stopped.countDown();
            } catch (InterruptedException end) {
                Thread.currentThread().interrupt();
            }
        }

        void stop() {
            stopped.countDown();
        }
    }
}
