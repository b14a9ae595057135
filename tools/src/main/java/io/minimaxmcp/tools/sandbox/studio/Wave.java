package io.minimaxmcp.tools.sandbox.studio;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** WAV files and the bare samples inside them, linear or after the telephone's mu-law (G.711). */
final class Wave {
    private static final int LINEAR = 1;
    private static final int MU_LAW = 7;
    private static final int MU_LAW_BIAS = 0x84;
    private static final int MU_LAW_LOUDEST = 0x7fff - MU_LAW_BIAS;

    private Wave() {}

    /** @param samples as {@link #littleEndian} gives them */
    static byte[] linear(Take take, byte[] samples) {
        return file(take, LINEAR, 2, samples);
    }

    /** @param samples as {@link #muLawSamples} gives them */
    static byte[] muLaw(Take take, byte[] samples) {
        return file(take, MU_LAW, 1, samples);
    }

    static byte[] littleEndian(Take take) {
        ByteBuffer bytes = ByteBuffer.allocate(take.samples().length * 2).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asShortBuffer().put(take.samples());
        return bytes.array();
    }

    static byte[] muLawSamples(Take take) {
        byte[] bytes = new byte[take.samples().length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = compress(take.samples()[i]);
        }
        return bytes;
    }

    private static byte compress(short sample) {
        int sign = sample < 0 ? 0x80 : 0;
        int size = Math.min(Math.abs((int) sample), MU_LAW_LOUDEST) + MU_LAW_BIAS;
        int exponent = 24 - Integer.numberOfLeadingZeros(size);
        int mantissa = (size >> (exponent + 3)) & 0x0f;
        return (byte) ~(sign | (exponent << 4) | mantissa);
    }

    /** @param take tells the sample rate and the channels */
    private static byte[] file(Take take, int format, int bytesPerSample, byte[] samples) {
        // Samples that are not linear want the extended header and the frame count.
        boolean extended = format != LINEAR;
        int frame = take.channels() * bytesPerSample;
        int length = 44 + (extended ? 14 : 0) + samples.length + samples.length % 2;
        ByteBuffer file = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        chunk(file, "RIFF", length - 8).put(ascii("WAVE"));
        chunk(file, "fmt ", extended ? 18 : 16).putShort((short) format).putShort((short) take.channels());
        file.putInt(take.sampleRate()).putInt(take.sampleRate() * frame);
        file.putShort((short) frame).putShort((short) (8 * bytesPerSample));
        if (extended) {
            chunk(file.putShort((short) 0), "fact", 4).putInt(samples.length / frame);
        }
        chunk(file, "data", samples.length).put(samples);
        return file.array();
    }

    private static ByteBuffer chunk(ByteBuffer file, String name, int length) {
        return file.put(ascii(name)).putInt(length);
    }

    private static byte[] ascii(String name) {
        return name.getBytes(StandardCharsets.US_ASCII);
    }
}
