package io.minimaxmcp.tools.sandbox.studio;

import de.sciss.jump3r.lowlevel.LameEncoder;
import java.io.ByteArrayOutputStream;
import java.util.Map;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;

/** MP3 of constant bitrate, by the Java port of LAME. */
final class Mp3 {
    private Mp3() {}

    static byte[] encode(Take take, int bitrate) {
        byte[] pcm = Wave.littleEndian(take);
        LameEncoder lame = encoder(take, bitrate);
        byte[] buffer = new byte[lame.getPCMBufferSize()];
        ByteArrayOutputStream file = new ByteArrayOutputStream(pcm.length / 4);
        for (int at = 0; at < pcm.length; at += buffer.length) {
            int length = Math.min(buffer.length, pcm.length - at);
            file.write(buffer, 0, lame.encodeBuffer(pcm, at, length, buffer));
        }
        file.write(buffer, 0, lame.encodeFinish(buffer));
        lame.close();
        return file.toByteArray();
    }

    private static LameEncoder encoder(Take take, int bitrate) {
        int channels = take.channels();
        AudioFormat source = new AudioFormat(take.sampleRate(), Short.SIZE, channels, true, false);
        Map<String, Object> wishes = Map.of(
                LameEncoder.P_BITRATE,
                bitrate / 1000,
                LameEncoder.P_QUALITY,
                LameEncoder.QUALITY_LOW,
                LameEncoder.P_VBR,
                false);
        // A target with a sample rate of its own: left to itself LAME lowers it for low bitrates.
        AudioFormat target = new AudioFormat(
                LameEncoder.MPEG1L3,
                take.sampleRate(),
                AudioSystem.NOT_SPECIFIED,
                channels,
                AudioSystem.NOT_SPECIFIED,
                AudioSystem.NOT_SPECIFIED,
                false,
                wishes);
        return new LameEncoder(source, target);
    }
}
