package io.minimaxmcp.tools.sandbox;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;

/**
 * What a sandbox is like.
 *
 * @param port TCP port on loopback; 0 picks a free one
 * @param dialect which wire format it speaks
 * @param keys API keys it lets in; empty lets any key in
 * @param foreignKeys keys of "the other region", refused with 2049
 * @param ratesPerMinute requests a minute it takes of a path before it answers 1002; paths that are absent are free
 * @param taskTime time a video or a long text takes through all its states
 * @param retention how long tasks, files and links are remembered
 * @param clock the sandbox's time: task states and the expiry of links follow it, never a timer
 */
public record SandboxOptions(
        int port,
        Dialect dialect,
        Set<String> keys,
        Set<String> foreignKeys,
        Map<String, Integer> ratesPerMinute,
        Duration taskTime,
        Duration retention,
        InstantSource clock) {

    /** The global account limits as documented in 2026-10, by path. */
    public static final Map<String, Integer> DOCUMENTED_RATES = Map.of(
            "/v1/image_generation", 10,
            "/v1/t2a_v2", 60,
            "/v1/voice_clone", 60,
            "/v1/voice_design", 20,
            "/v1/video_generation", 20,
            "/v2/video_generation", 300,
            "/v1/music_generation", 120,
            "/v1/query/t2a_async_query_v2", 600);

    /** Which of the two wire formats is spoken where they differ. */
    public enum Dialect {
        /** The API as it is today. */
        PLATFORM,
        /** The wire format of the product brief, letter by letter. */
        REFERENCE
    }

    public SandboxOptions {
        keys = Set.copyOf(keys);
        foreignKeys = Set.copyOf(foreignKeys);
        ratesPerMinute = Map.copyOf(ratesPerMinute);
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port must be 0 to 65535, not " + port);
        }
        if (taskTime.isNegative() || retention.isNegative()) {
            throw new IllegalArgumentException("taskTime and retention must not be negative");
        }
    }

    /** Any free port, any key, no rate limits, real time, and videos that take six seconds. */
    public static SandboxOptions defaults() {
        return new SandboxOptions(
                0,
                Dialect.PLATFORM,
                Set.of(),
                Set.of(),
                Map.of(),
                Duration.ofSeconds(6),
                Duration.ofDays(7),
                InstantSource.system());
    }

    public SandboxOptions withPort(int newPort) {
        return new SandboxOptions(newPort, dialect, keys, foreignKeys, ratesPerMinute, taskTime, retention, clock);
    }

    public SandboxOptions withDialect(Dialect newDialect) {
        return new SandboxOptions(port, newDialect, keys, foreignKeys, ratesPerMinute, taskTime, retention, clock);
    }

    public SandboxOptions withKeys(String... newKeys) {
        return new SandboxOptions(
                port, dialect, Set.of(newKeys), foreignKeys, ratesPerMinute, taskTime, retention, clock);
    }

    public SandboxOptions withForeignKeys(String... newKeys) {
        return new SandboxOptions(port, dialect, keys, Set.of(newKeys), ratesPerMinute, taskTime, retention, clock);
    }

    public SandboxOptions withRatesPerMinute(Map<String, Integer> newRates) {
        return new SandboxOptions(port, dialect, keys, foreignKeys, newRates, taskTime, retention, clock);
    }

    public SandboxOptions withTaskTime(Duration newTime) {
        return new SandboxOptions(port, dialect, keys, foreignKeys, ratesPerMinute, newTime, retention, clock);
    }

    public SandboxOptions withRetention(Duration newRetention) {
        return new SandboxOptions(port, dialect, keys, foreignKeys, ratesPerMinute, taskTime, newRetention, clock);
    }

    public SandboxOptions withClock(InstantSource newClock) {
        return new SandboxOptions(port, dialect, keys, foreignKeys, ratesPerMinute, taskTime, retention, newClock);
    }
}
