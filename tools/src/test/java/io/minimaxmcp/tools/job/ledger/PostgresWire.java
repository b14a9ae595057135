package io.minimaxmcp.tools.job.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;

/** Stands between a ledger and PostgreSQL, and does to their connections what networks do. */
final class PostgresWire implements AutoCloseable {
    /** What becomes of the next commit. */
    enum Fate {
        PASSES,
        /** Done, but nobody is told. */
        ANSWER_IS_LOST,
        NEVER_ARRIVES
    }

    private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Queue<Socket> sockets = new ConcurrentLinkedQueue<>();
    private final AtomicReference<Fate> nextCommit = new AtomicReference<>(Fate.PASSES);
    private final CountDownLatch thawed = new CountDownLatch(1);
    private final int port;
    private volatile boolean frozen;

    PostgresWire(int port) throws IOException {
        this.port = port;
        spawn(this::accept);
    }

    /** The address of what is behind {@code url}, by this way. Commits are readable on it. */
    String around(String url) {
        return url.replace(":" + port + "/", ":" + door.getLocalPort() + "/") + "&prepareThreshold=0";
    }

    void nextCommit(Fate fate) {
        nextCommit.set(fate);
    }

    /** Whether what was to become of a commit became of it. */
    boolean isQuiet() {
        return nextCommit.get() == Fate.PASSES;
    }

    /** From now on nothing is passed on, either way, and nobody hangs up. */
    void freeze() {
        frozen = true;
    }

    private void accept() throws IOException {
        while (true) {
            Socket client = kept(door.accept());
            Socket server = kept(new Socket(InetAddress.getLoopbackAddress(), port));
            AtomicReference<Fate> fate = new AtomicReference<>(Fate.PASSES);
            spawn(() -> {
                pass(client, server, fate, true);
                hangUp(client, server);
            });
            spawn(() -> {
                pass(server, client, fate, false);
                hangUp(client, server);
            });
        }
    }

    private void pass(Socket from, Socket to, AtomicReference<Fate> fate, boolean asking) throws IOException {
        InputStream in = from.getInputStream();
        byte[] some = new byte[1 << 16];
        for (int read = in.read(some); read >= 0; read = in.read(some)) {
            if (frozen) {
                awaitThaw();
            }
            if (asking && new String(some, 0, read, StandardCharsets.ISO_8859_1).contains("COMMIT")) {
                fate.set(nextCommit.getAndSet(Fate.PASSES));
            }
            if (fate.get() == (asking ? Fate.NEVER_ARRIVES : Fate.ANSWER_IS_LOST)) {
                return;
            }
            to.getOutputStream().write(some, 0, read);
        }
    }

    private void awaitThaw() throws IOException {
        try {
            thawed.await();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private Socket kept(Socket socket) {
        sockets.add(socket);
        return socket;
    }

    private static void hangUp(Socket one, Socket other) throws IOException {
        one.close();
        other.close();
    }

    private interface Chore {
        void run() throws IOException;
    }

    private static void spawn(Chore chore) {
        Thread thread = new Thread(
                () -> {
                    try {
                        chore.run();
                    } catch (IOException hungUp) {
                        // as connections do in the end
                    }
                },
                "postgres-wire");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            door.close();
            for (Socket socket : sockets) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            thawed.countDown();
        }
    }
}
