package io.minimaxmcp.tools.upstream;

import java.util.List;

/**
 * How things stand between one tenant and MiniMax, without asking MiniMax.
 *
 * @param key the key's fingerprint, never the key
 */
public record UpstreamStatus(String key, RegionVerdict region, List<LaneState> lanes) {
    public UpstreamStatus {
        lanes = List.copyOf(lanes);
    }
}
