package io.minimaxmcp.tools.sandbox.studio;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** FLAC (RFC 9639) with fixed predictors and one Rice parameter a subframe: simple, lossless, half the size of WAV. */
final class Flac {
    private static final int BLOCK = 4096;
    private static final int STREAM_INFO_LENGTH = 34;
    private static final int HIGHEST_ORDER = 4;
    private static final int HIGHEST_RICE = 14;

    private Flac() {}

    static byte[] encode(Take take) {
        ByteArrayOutputStream file = new ByteArrayOutputStream(take.samples().length);
        file.writeBytes("fLaC".getBytes(StandardCharsets.US_ASCII));
        file.writeBytes(streamInfo(take));
        for (int block = 0; block * BLOCK < take.frames(); block++) {
            BitWriter frame = frame(take, block);
            file.write(frame.buffer(), 0, frame.length());
        }
        return file.toByteArray();
    }

    private static byte[] streamInfo(Take take) {
        ByteBuffer info = ByteBuffer.allocate(4 + STREAM_INFO_LENGTH);
        info.putInt(0x80000000 | STREAM_INFO_LENGTH);
        info.putShort((short) BLOCK).putShort((short) BLOCK);
        info.position(info.position() + 6); // shortest and longest frame: unknown
        info.putLong(((long) take.sampleRate() << 44)
                | ((take.channels() - 1L) << 41)
                | ((Short.SIZE - 1L) << 36)
                | take.frames());
        info.put(md5(Wave.littleEndian(take)));
        return info.array();
    }

    private static byte[] md5(byte[] samples) {
        try {
            return MessageDigest.getInstance("MD5").digest(samples);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has MD5", e);
        }
    }

    private static BitWriter frame(Take take, int block) {
        int frames = Math.min(BLOCK, take.frames() - block * BLOCK);
        BitWriter out = new BitWriter();
        out.put(0xfff8, 16);
        out.put(0x70, 8); // block size follows in 16 bits; sample rate as in the stream info
        out.put(take.channels() - 1, 4);
        out.put(0x8, 4); // 16 bits a sample
        putUtf8(out, block);
        out.put(frames - 1, 16);
        out.put(crc(out, 8, 0x07), 8);
        for (int channel = 0; channel < take.channels(); channel++) {
            int[] samples = new int[frames];
            for (int i = 0; i < frames; i++) {
                samples[i] = take.samples()[(block * BLOCK + i) * take.channels() + channel];
            }
            putSubframe(out, samples);
        }
        out.align();
        out.put(crc(out, 16, 0x8005), 16);
        return out;
    }

    private static void putUtf8(BitWriter out, int number) {
        for (byte part : Character.toString(number).getBytes(StandardCharsets.UTF_8)) {
            out.put(part, 8);
        }
    }

    /** Keeps the difference of neighbours, of their differences, and so on, as long as that makes them smaller. */
    private static void putSubframe(BitWriter out, int[] samples) {
        int[] residue = samples;
        int[] next = difference(residue, 1);
        int order = 0;
        while (order < HIGHEST_ORDER && order + 1 < samples.length && size(next) < size(residue)) {
            residue = next;
            order++;
            next = difference(residue, order + 1);
        }
        out.put(0x08 | order, 7); // a zero bit, then "fixed predictor" of that order
        out.put(0, 1);
        for (int i = 0; i < order; i++) {
            out.put(samples[i], 16);
        }
        long mean = size(residue) / Math.max(1, residue.length - order);
        int rice = Math.min(HIGHEST_RICE, 64 - Long.numberOfLeadingZeros(mean));
        out.put(0, 6); // Rice coding in a single partition
        out.put(rice, 4);
        for (int i = order; i < residue.length; i++) {
            int folded = (residue[i] << 1) ^ (residue[i] >> 31);
            out.putUnary(folded >>> rice);
            out.put(folded, rice);
        }
    }

    private static int[] difference(int[] values, int from) {
        int[] differences = values.clone();
        for (int i = values.length - 1; i >= from; i--) {
            differences[i] = values[i] - values[i - 1];
        }
        return differences;
    }

    private static long size(int[] values) {
        long size = 0;
        for (int value : values) {
            size += Math.abs(value);
        }
        return size;
    }

    private static int crc(BitWriter written, int width, int polynomial) {
        int crc = 0;
        byte[] bytes = written.buffer();
        for (int i = 0; i < written.length(); i++) {
            crc ^= (bytes[i] & 0xff) << (width - 8);
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc << 1) ^ ((crc >> (width - 1)) * (polynomial | (1 << width)));
            }
        }
        return crc;
    }
}
