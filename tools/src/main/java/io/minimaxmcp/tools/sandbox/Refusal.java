package io.minimaxmcp.tools.sandbox;

/** A request that MiniMax says no to, with its number and its words. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int code;
    private final int httpStatus;

    private Refusal(int code, String words, int httpStatus) {
        super(words, null, false, false);
        this.code = code;
        this.httpStatus = httpStatus;
    }

    static Refusal of(int code) {
        return new Refusal(code, StatusCodes.words(code), StatusCodes.firstGenerationHttp(code));
    }

    static Refusal of(int code, String words) {
        return new Refusal(code, words, StatusCodes.firstGenerationHttp(code));
    }

    static Refusal invalid(String what) {
        return of(2013, "invalid params: " + what);
    }

    /** The same refusal under another HTTP status, for the few answers of the first generation that are not 200. */
    Refusal withHttp(int status) {
        return new Refusal(code, words(), status);
    }

    int code() {
        return code;
    }

    /** HTTP status of the first generation's answer. */
    int httpStatus() {
        return httpStatus;
    }

    String words() {
        return String.valueOf(getMessage());
    }
}
