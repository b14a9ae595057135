package io.minimaxmcp.server.cli;

/** Something typed cannot be understood; the message says what and how to type it. */
final class UsageException extends Exception {
    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }

    UsageException(String message, Throwable cause) {
        super(message, cause);
    }
}
