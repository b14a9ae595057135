package io.minimaxmcp.server.config;

/** A setting is not allowed as it is: the start stops, and the message says which, what it is, and what is allowed. */
public final class BadSettingException extends RuntimeException {
    private final String name;

    public BadSettingException(Setting setting, String value) {
        this(
                setting.name(),
                "%s is '%s', which is not allowed. Allowed: %s."
                        .formatted(setting.name(), setting.secret() ? "(hidden)" : value, setting.allowed()));
    }

    BadSettingException(String name, String message) {
        super(message);
        this.name = name;
    }

    public BadSettingException(String name, String message, Exception cause) {
        super(message, cause);
        this.name = name;
    }

    /** Of the variable. */
    public String name() {
        return name;
    }
}
