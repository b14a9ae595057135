package io.minimaxmcp.tools.upstream;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** An HTTP answer that arrived whole, before anybody has looked at what it says. */
record Reply(int status, @Nullable String traceId, @Nullable Duration retryAfter, Bytes body) {

    /** Bytes that are gathered once and read without another copy: answers with media inside have tens of megabytes. */
    static final class Bytes extends ByteArrayOutputStream {
        synchronized InputStream read() {
            return new ByteArrayInputStream(buf, 0, count);
        }
    }
}
