package io.minimaxmcp.tools.sandbox.studio;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** An MP4 file (ISO 14496-12): the description first, so that a player can start before it has read everything. */
final class Movie {
    private static final int MDAT_HEADER = 8;

    private final List<Track> tracks;
    private final int durationMs;
    private final String title;

    Movie(List<Track> tracks, int durationMs, String title) {
        this.tracks = tracks;
        this.durationMs = durationMs;
        this.title = title;
    }

    byte[] file() {
        byte[] type = new Box("ftyp")
                .ascii("isom")
                .u32(0x200)
                .ascii("isomiso2avc1mp41")
                .toBytes();
        // Offsets have a fixed width: the length of the description is known before they are.
        int samplesAt = type.length + description(0).length + MDAT_HEADER;
        byte[] description = description(samplesAt);
        Box samples = new Box("mdat");
        tracks.forEach(track -> track.samples().forEach(samples::bytes));
        byte[] data = samples.toBytes();
        return ByteBuffer.allocate(type.length + description.length + data.length)
                .put(type)
                .put(description)
                .put(data)
                .array();
    }

    private byte[] description(int samplesAt) {
        Box movie = new Box("moov").add(header());
        int offset = samplesAt;
        for (int i = 0; i < tracks.size(); i++) {
            movie.add(tracks.get(i).box(i + 1, durationMs, offset));
            offset += tracks.get(i).size();
        }
        return movie.add(new Box("udta").add(metadata())).toBytes();
    }

    private Box header() {
        return new Box("mvhd")
                .zeros(12)
                .u32(1000)
                .u32(durationMs)
                .u32(1 << 16)
                .u16(0x100)
                .zeros(10)
                .bytes(upright())
                .zeros(24)
                .u32(tracks.size() + 1);
    }

    private Box metadata() {
        Box handler = new Box("hdlr").zeros(8).ascii("mdirappl").zeros(9);
        Box text = new Box("data").u32(1).u32(0).bytes(title.getBytes(StandardCharsets.UTF_8));
        return new Box("meta").u32(0).add(handler).add(new Box("ilst").add(new Box("\u00a9nam").add(text)));
    }

    /** The matrix that leaves a picture as it is. */
    static byte[] upright() {
        return ByteBuffer.allocate(36)
                .putInt(0, 1 << 16)
                .putInt(16, 1 << 16)
                .putInt(32, 1 << 30)
                .array();
    }
}
