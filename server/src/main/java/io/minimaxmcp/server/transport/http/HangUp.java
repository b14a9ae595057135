package io.minimaxmcp.server.transport.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.io.AbstractEndPoint;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;

/**
 * Notices at once that a client has closed its connection while it is being answered. Jetty itself reads nothing then, and
 * would find out with the second heartbeat that cannot be written.
 */
final class HangUp implements Callback {
    private final EndPoint connection;
    private final Runnable gone;
    private boolean started;
    private boolean stopped;
    private boolean intruded;

    /**
     * @param request one that is read whole
     * @param gone told when its client hangs up between {@link #start} and {@link #stop}
     */
    HangUp(Request request, Runnable gone) {
        this.connection = request.getConnectionMetaData().getConnection().getEndPoint();
        this.gone = gone;
        // A call that waits is not idle, however quiet it is.
        request.addIdleTimeoutListener(timeout -> false);
    }

    synchronized void start() {
        started = true;
        watchOn();
    }

    /** Gives the connection back to Jetty, which will wait for the next request on it: to be done before the answer ends. */
    synchronized void stop() {
        if (!stopped) {
            stopped = true;
            if (started) {
                ((AbstractEndPoint) connection).getFillInterest().onFail(new StoppedException());
            }
        }
    }

    @Override
    public void succeeded() {
        if (isClosedByPeer()) {
            gone.run();
        }
    }

    private synchronized boolean isClosedByPeer() {
        if (stopped || intruded) {
            return false;
        }
        ByteBuffer unexpected = BufferUtil.allocate(1);
        try {
            int read = connection.fill(unexpected);
            // A request sent before the last one is answered: its first byte is lost, so the connection cannot go on.
            intruded = read > 0;
            if (read == 0) {
                connection.tryFillInterested(this);
            }
            if (intruded) {
                connection.close();
            }
            return read != 0;
        } catch (IOException broken) {
            return true;
        }
    }

    @Override
    public void failed(Throwable cause) {
        if (cause instanceof TimeoutException) {
            watchOn();
        } else if (!(cause instanceof StoppedException)) {
            gone.run();
        }
    }

    private synchronized void watchOn() {
        if (!stopped) {
            connection.tryFillInterested(this);
        }
    }

    /** Nobody wants to know any more. Made for every request, so without a stack. */
    private static final class StoppedException extends Exception {
        private static final long serialVersionUID = 1L;

        StoppedException() {
            super("not watched any more", null, false, false);
        }
    }
}
