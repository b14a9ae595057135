package io.minimaxmcp.tools.sandbox.studio;

import io.github.jaredmdobson.concentus.OpusApplication;
import io.github.jaredmdobson.concentus.OpusEncoder;
import io.github.jaredmdobson.concentus.OpusException;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Opus in Ogg (RFC 7845), packets of 20 ms by the Java port of libopus. */
final class OggOpus {
    private static final int[] RATES = {8_000, 12_000, 16_000, 24_000, 48_000};
    private static final int CLOCK = 48_000;
    private static final int PACKETS_A_SECOND = 50;
    private static final int LARGEST_PACKET = 1275;

    private OggOpus() {}

    /** The lowest rate Opus knows that is at least the asked one. */
    static int nextRate(int asked) {
        return Arrays.stream(RATES).filter(rate -> rate >= asked).findFirst().orElse(CLOCK);
    }

    static byte[] encode(Take take, int bitrate) {
        try {
            OpusEncoder encoder =
                    new OpusEncoder(take.sampleRate(), take.channels(), OpusApplication.OPUS_APPLICATION_AUDIO);
            encoder.setBitrate(bitrate);
            return encode(take, encoder);
        } catch (OpusException e) {
            throw new IllegalStateException("the specification lets no wrong rate or size get here", e);
        }
    }

    private static byte[] encode(Take take, OpusEncoder encoder) throws OpusException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        OggPages pages = new OggPages(file);
        int preSkip = encoder.getLookahead() * (CLOCK / take.sampleRate());
        pages.packet(head(take, preSkip), 0);
        pages.flush(false);
        pages.packet(tags(), 0);
        pages.flush(false);

        long end = preSkip + (long) take.frames() * CLOCK / take.sampleRate();
        int frame = take.sampleRate() / PACKETS_A_SECOND;
        short[] samples = new short[frame * take.channels()];
        byte[] packet = new byte[LARGEST_PACKET];
        long heard = 0;
        for (int at = 0; heard < end; at += samples.length) {
            int left = Math.max(0, Math.min(samples.length, take.samples().length - at));
            Arrays.fill(samples, left, samples.length, (short) 0);
            System.arraycopy(take.samples(), Math.min(at, take.samples().length), samples, 0, left);
            int length = encoder.encode(samples, 0, frame, packet, 0, packet.length);
            heard += CLOCK / PACKETS_A_SECOND;
            pages.packet(Arrays.copyOf(packet, length), Math.min(heard, end));
        }
        pages.flush(true);
        return file.toByteArray();
    }

    private static byte[] head(Take take, int preSkip) {
        ByteBuffer head = ByteBuffer.allocate(19).order(ByteOrder.LITTLE_ENDIAN);
        head.put(ascii("OpusHead")).put((byte) 1).put((byte) take.channels());
        head.putShort((short) preSkip).putInt(take.sampleRate());
        return head.array();
    }

    private static byte[] tags() {
        byte[] vendor = ascii("minimax-mcp sandbox");
        ByteBuffer tags = ByteBuffer.allocate(16 + vendor.length).order(ByteOrder.LITTLE_ENDIAN);
        return tags.put(ascii("OpusTags")).putInt(vendor.length).put(vendor).array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
