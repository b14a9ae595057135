package io.minimaxmcp.tools.media;

import static io.minimaxmcp.tools.media.Failures.await;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BundlesTest {
    private static final String TITLES = "[{\"text\":\"A word.\",\"time_begin\":0,\"time_end\":900}]";

    @TempDir
    Path disk;

    private Bench bench;
    private Bundles bundles;

    @BeforeEach
    void setUp() {
        bench = new Bench(disk);
        bundles = new Bundles(bench.links(), bench.spool, bench.work);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[\u0001 raw sound", "{\u0002 raw sound", "[1, 2 raw", "\u0003 raw sound"})
    void takesSoundForSoundWhateverItsFirstByteIs(String sound) throws Exception {
        bench.internet.put(Bench.LINK, tar(TITLES, sound, "{\"audio_length\":900}"));

        List<Spooled> parts = await(bundles.unpack(Bench.LINK, "job", "pcm"));

        assertThat(parts).extracting(Spooled::extension).containsExactly("pcm", "srt", "vtt");
        assertThat(bench.spool.file(parts.get(0).name())).hasBinaryContent(sound.getBytes(US_ASCII));
    }

    @Test
    void keepsABundleWithoutSoundWhole() throws Exception {
        byte[] bundle = tar(TITLES, "{\"audio_length\":900}");
        bench.internet.put(Bench.LINK, bundle);

        List<Spooled> parts = await(bundles.unpack(Bench.LINK, "job", "mp3"));

        assertThat(parts).extracting(Spooled::extension).containsExactly("tar");
        assertThat(bench.spool.file(parts.get(0).name())).hasBinaryContent(bundle);
    }

    private static byte[] tar(String... files) {
        ByteArrayOutputStream tar = new ByteArrayOutputStream();
        for (String file : files) {
            byte[] content = file.getBytes(US_ASCII);
            byte[] header = new byte[512];
            put(header, 0, "part");
            put(header, 124, String.format("%011o", content.length));
            put(header, 156, "0");
            put(header, 257, "ustar");
            tar.writeBytes(header);
            tar.writeBytes(content);
            tar.writeBytes(new byte[(512 - content.length % 512) % 512]);
        }
        tar.writeBytes(new byte[1024]);
        return tar.toByteArray();
    }

    private static void put(byte[] header, int at, String text) {
        byte[] bytes = text.getBytes(US_ASCII);
        System.arraycopy(bytes, 0, header, at, bytes.length);
    }
}
