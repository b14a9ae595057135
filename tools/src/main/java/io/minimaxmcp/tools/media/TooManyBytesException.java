package io.minimaxmcp.tools.media;

import java.io.IOException;

/** A stream held more than it was allowed to; it was not read any further. */
final class TooManyBytesException extends IOException {
    TooManyBytesException(long maxBytes) {
        super("more than " + maxBytes + " bytes");
    }
}
