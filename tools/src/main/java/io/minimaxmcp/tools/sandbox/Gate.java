package io.minimaxmcp.tools.sandbox;

/** Looks at the key of a request. */
final class Gate {
    private final SandboxOptions options;

    Gate(SandboxOptions options) {
        this.options = options;
    }

    void admit(Call call) {
        String key = call.key();
        if (key.isBlank()) {
            throw Refusal.of(1004);
        }
        if (options.foreignKeys().contains(key)
                || !(options.keys().isEmpty() || options.keys().contains(key))) {
            throw Refusal.of(2049);
        }
        if (call.query().contains("GroupId")) {
            // Both answers were seen live: an empty GroupId looks like an empty account.
            throw call.query("GroupId").isEmpty() ? Refusal.of(1008) : Refusal.of(1004, "token not match group");
        }
    }
}
