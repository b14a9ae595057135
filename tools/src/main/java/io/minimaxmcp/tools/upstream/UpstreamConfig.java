package io.minimaxmcp.tools.upstream;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything that settings say about talking to MiniMax, except the key.
 *
 * @param shared who counts requests for all processes that share the account; null where this is the only one
 * @param perMinute requests a minute of each lane; none is left out
 */
public record UpstreamConfig(
        Hosts hosts,
        Map<Lane, Integer> perMinute,
        Patience patience,
        @Nullable LaneTokens shared) {
    /** For a process that has its account for itself. */
    public UpstreamConfig(Hosts hosts, Map<Lane, Integer> perMinute, Patience patience) {
        this(hosts, perMinute, patience, null);
    }

    public UpstreamConfig {
        perMinute = Map.copyOf(perMinute);
        for (Lane lane : Lane.values()) {
            Integer rate = perMinute.get(lane);
            if (rate == null || rate < 1) {
                throw new IllegalArgumentException(
                        "the rate of lane " + lane + " must be at least 1 a minute, not " + rate);
            }
        }
    }

    /** One host and nothing to spare: for the sandbox and tests. */
    public static UpstreamConfig quick(Hosts hosts, Map<Lane, Integer> perMinute) {
        return new UpstreamConfig(hosts, perMinute, Patience.QUICK);
    }
}
