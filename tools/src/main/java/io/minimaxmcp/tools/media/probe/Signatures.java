package io.minimaxmcp.tools.media.probe;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The first bytes of media formats. */
final class Signatures {
    private static final Set<String> HEIC = Set.of("heic", "heix", "hevc", "hevx");
    private static final Set<String> HEIF = Set.of("mif1", "msf1", "heim", "heis");
    private static final int WAV_HEADER = 44;

    private Signatures() {}

    /**
     * @param head the first 64 bytes, filled up with zeros
     */
    static @Nullable MediaFacts facts(ByteBuffer head) {
        return switch (head.getInt(0)) {
            case 0x89504e47 -> new MediaFacts("image/png", head.getInt(16), head.getInt(20), null);
            case 0x47494638 -> MediaFacts.ofType("image/gif");
            case 0x664c6143 -> MediaFacts.ofType("audio/flac");
            case 0x4f676753 -> MediaFacts.ofType("audio/ogg");
            case 0x52494646 -> riff(head);
            default -> other(head);
        };
    }

    private static @Nullable MediaFacts riff(ByteBuffer head) {
        return switch (tag(head, 8)) {
            case "WEBP" -> MediaFacts.ofType("image/webp");
            case "WAVE" -> wave(head);
            default -> null;
        };
    }

    private static MediaFacts wave(ByteBuffer head) {
        ByteBuffer numbers = head.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        long bytesPerSecond = Integer.toUnsignedLong(numbers.getInt(28));
        long samples = Integer.toUnsignedLong(numbers.getInt(4)) + 8 - WAV_HEADER;
        return bytesPerSecond == 0
                ? MediaFacts.ofType("audio/wav")
                : new MediaFacts("audio/wav", null, null, samples * 1000 / bytesPerSecond);
    }

    private static @Nullable MediaFacts other(ByteBuffer head) {
        int first = head.getInt(0);
        if (first >>> 8 == 0xffd8ff) {
            return MediaFacts.ofType("image/jpeg");
        }
        if (first >>> 8 == 0x494433) {
            return MediaFacts.ofType("audio/mpeg");
        }
        if (first >>> 20 == 0xfff) {
            boolean aac = (first >>> 17 & 3) == 0;
            return MediaFacts.ofType(aac ? "audio/aac" : "audio/mpeg");
        }
        return tag(head, 4).equals("ftyp") ? MediaFacts.ofType(brand(tag(head, 8))) : null;
    }

    private static String brand(String brand) {
        if (HEIC.contains(brand)) {
            return "image/heic";
        }
        if (HEIF.contains(brand)) {
            return "image/heif";
        }
        return switch (brand) {
            case "M4A ", "M4B " -> "audio/mp4";
            case "qt  " -> "video/quicktime";
            default -> "video/mp4";
        };
    }

    private static String tag(ByteBuffer head, int offset) {
        byte[] tag = new byte[4];
        head.get(offset, tag);
        return new String(tag, StandardCharsets.ISO_8859_1);
    }
}
