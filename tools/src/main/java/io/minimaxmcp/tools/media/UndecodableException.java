package io.minimaxmcp.tools.media;

import java.io.IOException;

/** A text is not the encoding that it should be; told apart from a disk that cannot be written. */
final class UndecodableException extends IOException {
    UndecodableException(String message) {
        super(message);
    }
}
