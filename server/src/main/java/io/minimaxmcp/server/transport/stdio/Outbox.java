package io.minimaxmcp.server.transport.stdio;

import com.fasterxml.jackson.databind.JsonNode;
import io.minimaxmcp.server.rpc.MessageWriter;
import io.minimaxmcp.server.rpc.Wire;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one writer of an output: every message a line of its own, whatever the number of threads that send. */
final class Outbox implements Wire {
    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
    /** Told from messages by being empty, which no message is. */
    private static final byte[] END = {};

    private static final int ROOM = 1_000;

    private final BlockingQueue<byte[]> waiting = new LinkedBlockingQueue<>();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private final OutputStream out;
    private final Thread writer;

    Outbox(OutputStream out) {
        this.out = new BufferedOutputStream(out, 64 * 1024);
        this.writer = new Thread(this::write, "stdout");
        writer.setDaemon(true);
        writer.start();
    }

    @Override
    public boolean send(JsonNode message) {
        byte[] bytes = ended.isDone() ? null : MessageWriter.bytes(message);
        if (bytes != null) {
            waiting.add(bytes);
        }
        return bytes != null;
    }

    @Override
    public boolean sendIfRoom(JsonNode message) {
        return waiting.size() < ROOM && send(message);
    }

    /** Holds back the one who reads on while the peer does not read: what comes in is what goes out later. */
    synchronized void awaitRoom() throws InterruptedException {
        while (waiting.size() >= ROOM && !ended.isDone()) {
            wait();
        }
    }

    /** Writes what was sent so far and closes. */
    CompletionStage<Void> finish() {
        waiting.add(END);
        return ended;
    }

    /** Completes when the output is closed, by us or by whoever stopped reading it. */
    CompletionStage<Void> ended() {
        return ended;
    }

    private void write() {
        try (out) {
            for (byte[] message = waiting.take(); message.length > 0; message = waiting.take()) {
                out.write(message);
                out.write('\n');
                if (waiting.isEmpty()) {
                    out.flush();
                }
                makeRoom();
            }
        } catch (IOException peerIsGone) {
            LOG.debug("nobody reads the output any more", peerIsGone);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } finally {
            ended.complete(null);
            waiting.clear();
            makeRoom();
        }
    }

    private synchronized void makeRoom() {
        if (waiting.size() < ROOM) {
            notifyAll();
        }
    }
}
