package io.minimaxmcp.tools.upstream;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything that settings say about talking to MiniMax, except the key.
 *
 * @param resultDomains where results may lead on to beside the host that MiniMax named for them, subdomains included
 * @param shared who counts requests for all processes that share the account; null where this is the only one
 * @param perMinute requests a minute of each lane; none is left out
 * @param inFlight how many requests of a lane may be under way at once in this process; none for no limit
 */
public record UpstreamConfig(
        Hosts hosts,
        Map<Lane, Integer> perMinute,
        Map<Lane, Integer> inFlight,
        Patience patience,
        Set<String> resultDomains,
        @Nullable LaneTokens shared) {
    /** For a process that has its account for itself, and sends as many requests at once as there are. */
    public UpstreamConfig(Hosts hosts, Map<Lane, Integer> perMinute, Patience patience) {
        this(hosts, perMinute, Map.of(), patience, Set.of(), null);
    }

    public UpstreamConfig {
        perMinute = Map.copyOf(perMinute);
        inFlight = Map.copyOf(inFlight);
        resultDomains = Set.copyOf(resultDomains);
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
