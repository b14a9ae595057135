package io.minimaxmcp.tools.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The voices there are: those of the system, and those the accounts have cloned or designed. */
final class Voices {
    /** A voice that no speech has used for this long is deleted. */
    private static final Duration UNUSED_LIFE = Duration.ofDays(7);

    private final InstantSource clock;
    private final Map<String, SystemVoice> system = new LinkedHashMap<>();
    private final Map<String, OwnVoice> own = new LinkedHashMap<>();
    private final Set<String> retired = new HashSet<>();

    Voices(SandboxOptions options) {
        this.clock = options.clock();
        SystemVoice.all().forEach(voice -> system.put(voice.id(), voice));
    }

    /** How a voice came about, in the words of the API. */
    enum Kind {
        VOICE_CLONING,
        VOICE_GENERATION
    }

    /** A voice of an account; inactive until a speech uses it. */
    record OwnVoice(String id, String owner, Kind kind, String description, Instant created, boolean active) {
        OwnVoice activated() {
            return new OwnVoice(id, owner, kind, description, created, true);
        }
    }

    List<SystemVoice> system() {
        return List.copyOf(system.values());
    }

    List<OwnVoice> active(String owner, Kind kind) {
        dropTheUnused();
        return own.values().stream()
                .filter(voice -> voice.owner().equals(owner) && voice.kind() == kind && voice.active())
                .toList();
    }

    /** Refuses an id that is, or ever was, in use. */
    void add(OwnVoice voice) {
        dropTheUnused();
        if (system.containsKey(voice.id()) || own.containsKey(voice.id()) || retired.contains(voice.id())) {
            throw Refusal.of(2039);
        }
        own.put(voice.id(), voice);
    }

    /** Marks a voice as used in a speech. */
    void use(String owner, String id) {
        if (!system.containsKey(id)) {
            own.put(id, mine(owner, id).activated());
        }
    }

    OwnVoice delete(String owner, Kind kind, String id) {
        OwnVoice voice = mine(owner, id);
        if (voice.kind() != kind) {
            throw Refusal.of(2054);
        }
        own.remove(id);
        retired.add(id);
        return voice;
    }

    private OwnVoice mine(String owner, String id) {
        dropTheUnused();
        OwnVoice voice = own.get(id);
        if (voice == null) {
            throw Refusal.of(2054);
        }
        if (!voice.owner().equals(owner)) {
            throw Refusal.of(2042);
        }
        return voice;
    }

    private void dropTheUnused() {
        Instant edge = clock.instant().minus(UNUSED_LIFE);
        own.values().removeIf(voice -> !voice.active() && !voice.created().isAfter(edge));
    }
}
