package io.minimaxmcp.tools.upstream;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** An HTTP server on a loopback socket that does to each request what the test says, well-formed or not. */
public final class ScriptedServer implements AutoCloseable {
    /** What one connection is given for one request. */
    @FunctionalInterface
    public interface Turn {
        void play(Request request, Socket socket) throws IOException;
    }

    /** A request as it arrived. */
    public record Request(String method, String target, Map<String, String> headers, String body, long nanos) {
        public String path() {
            int query = target.indexOf('?');
            return query < 0 ? target : target.substring(0, query);
        }

        @Nullable
        String header(String name) {
            return headers.get(name.toLowerCase(Locale.ROOT));
        }
    }

    private final ServerSocket socket;
    private final String scheme;
    private final Map<String, Deque<Turn>> scripts = new ConcurrentHashMap<>();
    private final List<Request> requests = Collections.synchronizedList(new ArrayList<>());
    private final List<Socket> open = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch closing = new CountDownLatch(1);

    public ScriptedServer() {
        this(null);
    }

    ScriptedServer(@Nullable SSLContext tls) {
        try {
            InetAddress loopback = InetAddress.getLoopbackAddress();
            socket = tls == null
                    ? new ServerSocket(0, 200, loopback)
                    : tls.getServerSocketFactory().createServerSocket(0, 200, loopback);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        scheme = tls == null ? "http" : "https";
        thread(this::accept);
    }

    public URI uri() {
        return URI.create(scheme + "://127.0.0.1:" + port());
    }

    int port() {
        return socket.getLocalPort();
    }

    /** What this path does, request by request; the last goes on for ever. */
    public ScriptedServer on(String path, Turn... turns) {
        scripts.put(path, new ArrayDeque<>(List.of(turns)));
        return this;
    }

    public List<Request> requests(String path) {
        synchronized (requests) {
            return requests.stream().filter(seen -> seen.path().equals(path)).toList();
        }
    }

    public int count(String path) {
        return requests(path).size();
    }

    public static Turn json(String body) {
        return answer(200, "application/json", body);
    }

    /** A first-generation refusal. */
    static Turn code(int code, String said) {
        return json("{\"base_resp\":{\"status_code\":" + code + ",\"status_msg\":\"" + said + "\"}}");
    }

    public static Turn answer(int status, String type, String body, String... headers) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return (request, socket) -> {
            head(socket, status, "Content-Type: " + type, "Content-Length: " + bytes.length, headers);
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
        };
    }

    /** Promises more than it gives, then closes in good order. */
    public static Turn cutOff(int promised, String body, String... headers) {
        return (request, socket) -> {
            head(socket, 200, "Content-Type: application/json", "Content-Length: " + promised, headers);
            socket.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
            socket.close();
        };
    }

    /** Reads the request, then resets the connection without a word. */
    public static Turn reset() {
        return (request, socket) -> {
            socket.setSoLinger(true, 0);
            socket.close();
        };
    }

    /** Resets the connection after the answer's headers. */
    public static Turn resetAfterHeaders() {
        return (request, socket) -> {
            head(socket, 200, "Content-Type: application/json", "Content-Length: 1000");
            socket.setSoLinger(true, 0);
            socket.close();
        };
    }

    /** Never answers. */
    public Turn silence() {
        return (request, socket) -> {
            try {
                closing.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
    }

    public static void head(Socket socket, int status, String first, String second, String... more) throws IOException {
        List<String> lines = new ArrayList<>(List.of("HTTP/1.1 " + status + " Scripted", first, second));
        lines.addAll(List.of(more));
        OutputStream out = socket.getOutputStream();
        out.write((String.join("\r\n", lines) + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    private void accept() {
        try {
            while (true) {
                Socket connection = socket.accept();
                open.add(connection);
                thread(() -> serve(connection));
            }
        } catch (IOException closed) {
            // the test is over
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            InputStream in = new BufferedInputStream(connection.getInputStream());
            for (Request request = read(in); request != null && !connection.isClosed(); request = read(in)) {
                requests.add(request);
                turn(request.path()).play(request, connection);
                if ("close".equals(request.header("connection"))) {
                    return;
                }
            }
        } catch (IOException gone) {
            // the client closed, or the script did
        }
    }

    private Turn turn(String path) {
        Deque<Turn> script = scripts.get(path);
        if (script == null) {
            return answer(404, "text/html", "<html>no such path</html>");
        }
        synchronized (script) {
            return script.size() > 1 ? script.removeFirst() : script.getFirst();
        }
    }

    private static @Nullable Request read(InputStream in) throws IOException {
        String start = line(in);
        if (start == null) {
            return null;
        }
        Map<String, String> headers = new LinkedHashMap<>();
        for (String line = line(in); line != null && !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        String[] words = start.split(" ", -1);
        return new Request(words[0], words[1], headers, body(in, headers), System.nanoTime());
    }

    private static String body(InputStream in, Map<String, String> headers) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        if ("chunked".equals(headers.get("transfer-encoding"))) {
            for (int size = chunk(in); size > 0; size = chunk(in)) {
                body.write(in.readNBytes(size));
                line(in);
            }
            line(in);
        } else {
            body.write(in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0"))));
        }
        return body.toString(StandardCharsets.UTF_8);
    }

    private static int chunk(InputStream in) throws IOException {
        String size = line(in);
        return size == null ? 0 : Integer.parseInt(size.strip(), 16);
    }

    private static @Nullable String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                return null;
            }
            if (next != '\r') {
                line.write(next);
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }

    private static void thread(Runnable work) {
        Thread thread = new Thread(work, "scripted-server");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        closing.countDown();
        try {
            socket.close();
            for (Socket connection : List.copyOf(open)) {
                connection.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
