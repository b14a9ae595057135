package io.minimaxmcp.tools.sandbox.studio;

import java.util.List;

/**
 * The samples of one track of a movie, each {@code sampleDuration} ticks of {@code timescale} long; a track without a
 * width is sound, and {@code keys} are the numbers of the pictures that stand alone.
 */
record Track(
        int timescale,
        int sampleDuration,
        int width,
        int height,
        Box description,
        List<byte[]> samples,
        List<Integer> keys) {
    private static final int ENABLED_IN_MOVIE = 3;

    boolean isVideo() {
        return width > 0;
    }

    int size() {
        return samples.stream().mapToInt(sample -> sample.length).sum();
    }

    /** The description of this track, whose samples lie one after the other from {@code offset} in the file. */
    Box box(int id, int durationMs, int offset) {
        Box header = new Box("tkhd")
                .u32(ENABLED_IN_MOVIE)
                .zeros(8)
                .u32(id)
                .zeros(4)
                .u32(durationMs)
                .zeros(12)
                .u16(isVideo() ? 0 : 0x100)
                .zeros(2)
                .bytes(Movie.upright())
                .u32(width << 16)
                .u32(height << 16);
        return new Box("trak").add(header).add(media(offset));
    }

    private Box media(int offset) {
        Box header = new Box("mdhd")
                .zeros(12)
                .u32(timescale)
                .u32(samples.size() * sampleDuration)
                .u16(0x55c4) // language undetermined
                .zeros(2);
        Box handler = new Box("hdlr")
                .zeros(8)
                .ascii(isVideo() ? "vide" : "soun")
                .zeros(12)
                .ascii("sandbox\0");
        Box kind = isVideo() ? new Box("vmhd").u32(1).zeros(8) : new Box("smhd").zeros(8);
        Box here = new Box("dinf").add(new Box("dref").u32(0).u32(1).add(new Box("url ").u32(1)));
        Box information = new Box("minf").add(kind).add(here).add(table(offset));
        return new Box("mdia").add(header).add(handler).add(information);
    }

    private Box table(int offset) {
        Box sizes = new Box("stsz").zeros(8).u32(samples.size());
        samples.forEach(sample -> sizes.u32(sample.length));
        Box table = new Box("stbl")
                .add(new Box("stsd").u32(0).u32(1).add(description))
                .add(new Box("stts").u32(0).u32(1).u32(samples.size()).u32(sampleDuration))
                .add(new Box("stsc").u32(0).u32(1).u32(1).u32(samples.size()).u32(1))
                .add(sizes)
                .add(new Box("stco").u32(0).u32(1).u32(offset));
        if (!keys.isEmpty()) {
            Box sync = new Box("stss").u32(0).u32(keys.size());
            keys.forEach(sync::u32);
            table.add(sync);
        }
        return table;
    }
}
