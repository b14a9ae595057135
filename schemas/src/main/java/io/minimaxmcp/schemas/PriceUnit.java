package io.minimaxmcp.schemas;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What one price is paid for. */
public enum PriceUnit {
    @JsonProperty("image")
    IMAGE,
    @JsonProperty("video")
    VIDEO,
    @JsonProperty("output_second")
    OUTPUT_SECOND,
    @JsonProperty("million_characters")
    MILLION_CHARACTERS,
    @JsonProperty("song")
    SONG,
    @JsonProperty("voice")
    VOICE,
    @JsonProperty("audio_hour")
    AUDIO_HOUR,
    @JsonProperty("request")
    REQUEST,
    @JsonProperty("million_tokens")
    MILLION_TOKENS
}
