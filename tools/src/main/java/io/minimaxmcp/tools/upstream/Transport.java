package io.minimaxmcp.tools.upstream;

import dev.failsafe.CircuitBreakerOpenException;
import dev.failsafe.FailsafeException;
import dev.failsafe.TimeoutExceededException;
import io.netty.channel.ConnectTimeoutException;
import io.vertx.core.VertxException;
import java.io.IOException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** What the exceptions of Vert.x, Netty, Failsafe and the JDK mean for one request. */
final class Transport {
    private Transport() {}

    /** Which fault of the line this is, or null when it is none but a bug of ours. */
    static Fault.@Nullable Line line(Throwable thrown, boolean left) {
        if (thrown instanceof CircuitBreakerOpenException) {
            return Fault.Line.CIRCUIT_OPEN;
        }
        if (isTimeout(thrown)) {
            return left ? Fault.Line.TIMEOUT : Fault.Line.CONNECT_TIMEOUT;
        }
        if (thrown instanceof Exchange.TooLarge) {
            return Fault.Line.BROKEN_ANSWER;
        }
        if (!isOfTheLine(thrown)) {
            return null;
        }
        return left ? Fault.Line.CONNECTION_LOST : beforeLeaving(thrown);
    }

    /** Whether it tells of a host in trouble, which is what the circuit breaker counts. */
    static boolean blamesHost(Throwable thrown) {
        Throwable cause = unwrap(thrown);
        return isTimeout(cause) || (isOfTheLine(cause) && !(cause instanceof UnknownHostException));
    }

    /** What a stage really failed with, without what futures and Failsafe wrap around it. */
    static Throwable unwrap(Throwable thrown) {
        Throwable cause = thrown;
        while (cause.getCause() != null && isWrapper(cause)) {
            cause = cause.getCause();
        }
        return cause;
    }

    private static boolean isWrapper(Throwable thrown) {
        return thrown instanceof CompletionException
                || thrown instanceof ExecutionException
                || thrown.getClass() == FailsafeException.class;
    }

    private static boolean isTimeout(Throwable thrown) {
        return thrown instanceof TimeoutExceededException
                || thrown instanceof TimeoutException
                || thrown instanceof CancellationException
                || thrown instanceof ConnectTimeoutException;
    }

    private static boolean isOfTheLine(Throwable thrown) {
        return thrown instanceof IOException || thrown instanceof VertxException;
    }

    private static Fault.Line beforeLeaving(Throwable thrown) {
        if (thrown instanceof UnknownHostException) {
            return Fault.Line.NAME_NOT_FOUND;
        }
        return isTrouble(thrown) ? Fault.Line.TLS : Fault.Line.REFUSED;
    }

    /** TLS that failed for a reason that stays, unlike a connection that was merely closed during the handshake. */
    private static boolean isTrouble(Throwable thrown) {
        boolean tls = false;
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof ClosedChannelException || cause instanceof SocketException) {
                return false;
            }
            tls |= cause instanceof SSLException;
        }
        return tls;
    }
}
