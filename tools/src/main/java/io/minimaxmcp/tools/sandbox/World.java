package io.minimaxmcp.tools.sandbox;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** All the sandbox knows and remembers; only the event loop touches it, but for the count of generations. */
final class World {
    private final SandboxOptions options;
    private final Ids ids = new Ids();
    private final Links links;
    private final Files files;
    private final Voices voices;
    private final Shelf<HailuoTask> hailuoTasks;
    private final Shelf<H3Task> h3Tasks;
    private final Shelf<LongSpeechTask> longSpeechTasks;
    private final Shelf<Instant> coverFeatures;
    private final Map<String, LongAdder> taken = new ConcurrentHashMap<>();

    World(SandboxOptions options) {
        this.options = options;
        this.links = new Links(options, ids);
        this.files = new Files(options, ids);
        this.voices = new Voices(options);
        this.hailuoTasks = new Shelf<>(options);
        this.h3Tasks = new Shelf<>(options);
        this.longSpeechTasks = new Shelf<>(options);
        this.coverFeatures = new Shelf<>(options);
    }

    SandboxOptions options() {
        return options;
    }

    Instant now() {
        return options.clock().instant();
    }

    Ids ids() {
        return ids;
    }

    Links links() {
        return links;
    }

    Files files() {
        return files;
    }

    Voices voices() {
        return voices;
    }

    /** Tasks of the first video generation. */
    Shelf<HailuoTask> hailuoTasks() {
        return hailuoTasks;
    }

    /** Tasks of the second video generation. */
    Shelf<H3Task> h3Tasks() {
        return h3Tasks;
    }

    Shelf<LongSpeechTask> longSpeechTasks() {
        return longSpeechTasks;
    }

    /** When the songs to cover were looked at. */
    Shelf<Instant> coverFeatures() {
        return coverFeatures;
    }

    boolean speaksReference() {
        return options.dialect() == SandboxOptions.Dialect.REFERENCE;
    }

    /** A new task's course, from now on. */
    Timeline timeline() {
        return new Timeline(now(), options.taskTime());
    }

    /** Marks a request as accepted: from here on MiniMax would bill it. */
    void take(Call call) {
        taken.computeIfAbsent(call.path(), unused -> new LongAdder()).increment();
    }

    long taken(String path) {
        LongAdder count = taken.get(path);
        return count == null ? 0 : count.sum();
    }
}
