package io.minimaxmcp.tools.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** What a file is, going by its first bytes and never by its name. */
enum MediaType {
    JPEG,
    PNG,
    WEBP,
    HEIC,
    MP3,
    WAV,
    M4A,
    MP4,
    FLAC,
    OGG,
    AIFF,
    ZIP;

    static Optional<MediaType> of(byte[] bytes) {
        return Arrays.stream(values()).filter(type -> type.begins(bytes)).findFirst();
    }

    /** {@code image}, {@code audio}, {@code video}, or nothing of these. */
    String kind() {
        return switch (this) {
            case JPEG, PNG, WEBP, HEIC -> "image";
            case MP3, WAV, M4A, FLAC, OGG, AIFF -> "audio";
            case MP4 -> "video";
            case ZIP -> "";
        };
    }

    private boolean begins(byte[] bytes) {
        return switch (this) {
            case JPEG -> has(bytes, 0, "\u00ff\u00d8\u00ff");
            case PNG -> has(bytes, 0, "\u0089PNG\r\n");
            case WEBP -> has(bytes, 0, "RIFF") && has(bytes, 8, "WEBP");
            case HEIC -> has(bytes, 4, "ftyphei") || has(bytes, 4, "ftypmif1") || has(bytes, 4, "ftyphevc");
            case MP3 -> has(bytes, 0, "ID3") || (bytes.length > 2 && (bytes[0] & 0xff) == 0xff && isLayer3(bytes[1]));
            case WAV -> has(bytes, 0, "RIFF") && has(bytes, 8, "WAVE");
            case M4A -> has(bytes, 4, "ftypM4A") || has(bytes, 4, "ftypM4B");
            case MP4 -> has(bytes, 4, "ftyp");
            case FLAC -> has(bytes, 0, "fLaC");
            case OGG -> has(bytes, 0, "OggS");
            case AIFF -> has(bytes, 0, "FORM") && has(bytes, 8, "AIF");
            case ZIP -> has(bytes, 0, "PK\u0003\u0004");
        };
    }

    private static boolean isLayer3(byte second) {
        return (second & 0xe6) == 0xe2;
    }

    private static boolean has(byte[] bytes, int at, String magic) {
        byte[] wanted = magic.getBytes(StandardCharsets.ISO_8859_1);
        return bytes.length >= at + wanted.length
                && Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length);
    }
}
