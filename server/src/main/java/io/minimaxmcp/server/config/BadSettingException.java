package io.minimaxmcp.server.config;

/** A setting has a value that is not allowed: the start stops, and the message says which, what it is, and what is allowed. */
public final class BadSettingException extends RuntimeException {
    private final transient Setting setting;

    public BadSettingException(Setting setting, String value) {
        super("%s is '%s', which is not allowed. Allowed: %s."
                .formatted(setting.name(), setting.secret() ? "(hidden)" : value, setting.allowed()));
        this.setting = setting;
    }

    public Setting setting() {
        return setting;
    }
}
