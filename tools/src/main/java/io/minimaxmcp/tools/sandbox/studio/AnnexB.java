package io.minimaxmcp.tools.sandbox.studio;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A prepared H.264 stream in its elementary form: units behind start codes, one slice a picture. */
final class AnnexB {
    private static final int KEY_SLICE = 5;
    private static final int SLICE = 1;
    private static final int SEQUENCE_PARAMETERS = 7;
    private static final int PICTURE_PARAMETERS = 8;

    private byte[] sequence = {};
    private byte[] picture = {};
    private final List<byte[]> slices = new ArrayList<>();

    private AnnexB() {}

    static AnnexB parse(byte[] stream) {
        AnnexB parsed = new AnnexB();
        int start = afterStartCode(stream, 0);
        while (start < stream.length) {
            int next = afterStartCode(stream, start);
            int end = next < stream.length ? next - 3 : next;
            while (stream[end - 1] == 0) {
                end--; // a longer start code, or padding: a unit itself never ends in zero
            }
            parsed.add(Arrays.copyOfRange(stream, start, end));
            start = next;
        }
        return parsed;
    }

    /** The pictures as MP4 keeps them: behind their length instead of a start code. */
    List<byte[]> pictures(int count) {
        return slices.subList(0, count).stream()
                .map(slice -> ByteBuffer.allocate(4 + slice.length)
                        .putInt(slice.length)
                        .put(slice)
                        .array())
                .toList();
    }

    /** The numbers, from 1, of the pictures that stand alone. */
    List<Integer> keys(int count) {
        List<Integer> keys = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            if (type(slices.get(i)) == KEY_SLICE) {
                keys.add(i + 1);
            }
        }
        return keys;
    }

    /** The same, of which only a part is shown. */
    AnnexB cutTo(Frame frame) {
        sequence = Crop.of(sequence, frame.width(), frame.height());
        return this;
    }

    Box configuration() {
        return new Box("avcC")
                .u8(1)
                .bytes(Arrays.copyOfRange(sequence, 1, 4)) // profile, constraints and level
                .u8(0xff)
                .u8(0xe1)
                .u16(sequence.length)
                .bytes(sequence)
                .u8(1)
                .u16(picture.length)
                .bytes(picture)
                .bytes(new byte[] {(byte) 0xfd, (byte) 0xf8, (byte) 0xf8, 0}); // High profile: 4:2:0, 8 bits
    }

    private void add(byte[] unit) {
        switch (type(unit)) {
            case SEQUENCE_PARAMETERS -> sequence = unit;
            case PICTURE_PARAMETERS -> picture = unit;
            case SLICE, KEY_SLICE -> slices.add(unit);
            default -> throw new IllegalStateException("a prepared clip holds a unit of type " + type(unit));
        }
    }

    private static int type(byte[] unit) {
        return unit[0] & 0x1f;
    }

    private static int afterStartCode(byte[] stream, int from) {
        for (int i = from; i + 2 < stream.length; i++) {
            if (stream[i] == 0 && stream[i + 1] == 0 && stream[i + 2] == 1) {
                return i + 3;
            }
        }
        return stream.length;
    }
}
