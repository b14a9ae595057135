package io.minimaxmcp.tools.upstream;

import java.util.EnumMap;
import java.util.Map;

/**
 * Everything that settings say about talking to MiniMax, except the key.
 *
 * @param perMinute requests a minute of each lane; lanes left out have {@link #USUAL_RATES}
 */
public record UpstreamConfig(Hosts hosts, Map<Lane, Integer> perMinute, Patience patience) {
    /**
     * The limits of a pay-as-you-go account (reference, section 14, read 2026-10-07). Video is the lower of the two numbers documented;
     * voice is voice design's; queries stay under the one limit documented for them (10 a second); files have none documented.
     */
    public static final Map<Lane, Integer> USUAL_RATES = Map.of(
            Lane.IMAGE, 10,
            Lane.VIDEO, 5,
            Lane.SPEECH, 60,
            Lane.MUSIC, 120,
            Lane.VOICE, 20,
            Lane.QUERY, 300,
            Lane.FILES, 60);

    public UpstreamConfig {
        Map<Lane, Integer> all = new EnumMap<>(USUAL_RATES);
        all.putAll(perMinute);
        all.forEach((lane, rate) -> {
            if (rate < 1) {
                throw new IllegalArgumentException(
                        "the rate of lane " + lane + " must be at least 1 a minute, not " + rate);
            }
        });
        perMinute = Map.copyOf(all);
    }

    /** One host and nothing to spare: for the sandbox and tests. */
    public static UpstreamConfig quick(Hosts hosts, Map<Lane, Integer> perMinute) {
        return new UpstreamConfig(hosts, perMinute, Patience.QUICK);
    }
}
