package io.minimaxmcp.tools.sandbox.studio;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Gathers packets into the pages of one Ogg stream (RFC 3533), at most a second of packets a page. */
final class OggPages {
    private static final int HEADER = 27;
    private static final int FIRST = 2;
    private static final int LAST = 4;
    private static final int MOST_SEGMENTS = 255;
    private static final int MOST_PACKETS = 50;
    private static final int POLYNOMIAL = 0x04c11db7;

    private final ByteArrayOutputStream file;
    private final ByteArrayOutputStream segments = new ByteArrayOutputStream();
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private int packets;
    private int page;
    private long position;

    OggPages(ByteArrayOutputStream file) {
        this.file = file;
    }

    /** Adds a packet after which {@code position} samples of the stream's clock have been heard. */
    void packet(byte[] packet, long position) {
        if (packets == MOST_PACKETS || segments.size() + packet.length / 255 + 1 > MOST_SEGMENTS) {
            flush(false);
        }
        for (int left = packet.length; left >= 0; left -= 255) {
            segments.write(Math.min(left, 255));
        }
        body.writeBytes(packet);
        packets++;
        this.position = position;
    }

    void flush(boolean last) {
        ByteBuffer bytes = ByteBuffer.allocate(HEADER + segments.size() + body.size());
        bytes.order(ByteOrder.LITTLE_ENDIAN).putInt('O' | ('g' << 8) | ('g' << 16) | ('S' << 24));
        bytes.put((byte) 0).put((byte) ((page == 0 ? FIRST : 0) | (last ? LAST : 0)));
        bytes.putLong(position).putInt(1).putInt(page).putInt(0);
        bytes.put((byte) segments.size()).put(segments.toByteArray()).put(body.toByteArray());
        bytes.putInt(22, crc(bytes.array()));
        file.writeBytes(bytes.array());
        segments.reset();
        body.reset();
        packets = 0;
        page++;
    }

    private static int crc(byte[] bytes) {
        int crc = 0;
        for (byte next : bytes) {
            crc ^= next << 24;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc << 1) ^ ((crc >>> 31) * POLYNOMIAL);
            }
        }
        return crc;
    }
}
