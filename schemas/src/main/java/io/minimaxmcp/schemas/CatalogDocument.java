package io.minimaxmcp.schemas;

import java.util.List;
import java.util.Map;

/** {@code catalog/models.json}, member for member. */
record CatalogDocument(
        String asOf,
        Map<String, String> hosts,
        List<String> downloadHosts,
        String defaultVoice,
        List<String> favouriteVoices,
        Map<String, Map<String, String>> defaults,
        Map<String, LaneRate> lanes,
        Map<String, Fee> fees,
        VoiceSample voiceSample,
        Words words,
        List<Model> models) {
    CatalogDocument {
        favouriteVoices = Absent.asEmpty(favouriteVoices);
    }
}
