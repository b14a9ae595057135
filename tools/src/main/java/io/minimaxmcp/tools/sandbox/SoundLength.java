package io.minimaxmcp.tools.sandbox;

import io.minimaxmcp.tools.sandbox.studio.Mp3Length;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.OptionalDouble;

/** How many seconds a WAV, MP3 or M4A file plays, as far as its own headers tell. */
final class SoundLength {
    private SoundLength() {}

    /** Refuses what cannot be read. */
    static double seconds(byte[] bytes) {
        ByteBuffer file = ByteBuffer.wrap(bytes);
        try {
            return switch (MediaType.of(bytes).orElse(MediaType.ZIP)) {
                case WAV -> wav(file.order(ByteOrder.LITTLE_ENDIAN));
                case MP3 -> Mp3Length.seconds(file);
                case M4A, MP4 ->
                    movie(file, 0, file.limit()).orElseThrow(() -> Refusal.invalid("the audio has no length"));
                default -> throw Refusal.invalid("the audio format is not supported");
            };
        } catch (IndexOutOfBoundsException e) {
            throw Refusal.invalid("the audio cannot be decoded");
        }
    }

    private static double wav(ByteBuffer file) {
        int bytesPerSecond = 0;
        long at = 12;
        while (at + 8 <= file.limit()) {
            String chunk = name(file, (int) at);
            long size = Integer.toUnsignedLong(file.getInt((int) at + 4));
            if (chunk.equals("fmt ")) {
                bytesPerSecond = file.getInt((int) at + 16);
            }
            if (chunk.equals("data")) {
                // Recorded streams carry a size nobody knew when they began.
                return (double) Math.min(size, file.limit() - at - 8) / Math.max(1, bytesPerSecond);
            }
            at += 8 + size + size % 2;
        }
        throw Refusal.invalid("the audio has no data");
    }

    private static OptionalDouble movie(ByteBuffer file, int from, int to) {
        for (int at = from; at + 8 <= to; at += Math.max(8, file.getInt(at))) {
            String box = name(file, at + 4);
            if (box.equals("moov")) {
                return movie(file, at + 8, at + file.getInt(at));
            }
            if (box.equals("mvhd")) {
                boolean wide = file.get(at + 8) == 1;
                long scale = Integer.toUnsignedLong(file.getInt(at + (wide ? 28 : 20)));
                long units = wide ? file.getLong(at + 32) : Integer.toUnsignedLong(file.getInt(at + 24));
                return OptionalDouble.of((double) units / Math.max(1, scale));
            }
        }
        return OptionalDouble.empty();
    }

    private static String name(ByteBuffer file, int at) {
        byte[] letters = new byte[4];
        file.get(at, letters);
        return new String(letters, StandardCharsets.ISO_8859_1);
    }
}
