package io.minimaxmcp.tools.media.probe;

import static io.minimaxmcp.tools.media.probe.Crafted.box;
import static io.minimaxmcp.tools.media.probe.Crafted.inspect;
import static io.minimaxmcp.tools.media.probe.Crafted.u32;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CraftedHeadersTest {
    @Test
    void readsGif() {
        assertSize(inspect("GIF89a", 0x40, 1, 0xf0, 0, new byte[20]), "image/gif", 320, 240);
    }

    @Test
    void readsTheThreeKindsOfWebP() {
        assertSize(inspect("RIFF\0\0\0\0WEBPVP8X", new byte[8], 0x7f, 2, 0, 0xdf, 1, 0), "image/webp", 640, 480);
        assertSize(inspect("RIFF\0\0\0\0WEBPVP8L", new byte[4], 0x2f, 0x7f, 0xc2, 0x77, 0), "image/webp", 640, 480);
        assertSize(
                inspect("RIFF\0\0\0\0WEBPVP8 ", new byte[7], "\u009d\u0001*", 0x80, 2, 0xe0, 1),
                "image/webp",
                640,
                480);
    }

    @Test
    void readsHeicByItsLargestItemAndByCompatibleBrands() {
        byte[] tile = box("ispe", u32(0), u32(512), u32(512));
        byte[] grid = box("ispe", u32(0), u32(4032), u32(3024));
        byte[] meta = box("meta", u32(0), box("iprp", box("ipco", tile, grid, tile)));

        assertSize(inspect(box("ftyp", "heic\0\0\0\0mif1heic"), meta), "image/heic", 4032, 3024);
        assertSize(inspect(box("ftyp", "mif1\0\0\0\0mif1heic"), meta), "image/heic", 4032, 3024);
        assertSize(inspect(box("ftyp", "mif1\0\0\0\0mif1"), meta), "image/heif", 4032, 3024);
        assertSize(inspect(box("ftyp", "avif\0\0\0\0mif1"), meta), "image/avif", 4032, 3024);
    }

    @Test
    void readsQuickTimeWithAndWithoutABrandAndM4a() {
        byte[] header = box("mvhd", new byte[12], u32(600), u32(6_000));
        byte[] sound = box("trak", box("mdia", box("hdlr", new byte[8], "soun", new byte[12])));

        assertThat(inspect(box("ftyp", "qt  \0\0\0\0"), box("moov", header)).mimeType())
                .isEqualTo("video/quicktime");
        MediaFacts old = inspect(box("moov", header));
        assertThat(old.mimeType()).isEqualTo("video/quicktime");
        assertThat(old.durationMs()).isEqualTo(10_000);
        assertThat(inspect(box("ftyp", "M4A \0\0\0\0"), box("moov", header)).mimeType())
                .isEqualTo("audio/mp4");
        assertThat(inspect(box("ftyp", "isom\0\0\0\0"), box("moov", header, sound))
                        .mimeType())
                .isEqualTo("audio/mp4");
    }

    @Test
    void turnsTheSizeOfAVideoThatLiesOnItsSide() {
        byte[] turned = {0, 0, 0, 0, 0, 1, 0, 0};
        byte[] header = box("tkhd", new byte[40], turned, new byte[28], u32(1920 << 16), u32(1080 << 16));
        byte[] track = box("trak", header, box("mdia", box("hdlr", new byte[8], "vide", new byte[12])));

        assertSize(inspect(box("ftyp", "isom\0\0\0\0"), box("moov", track)), "video/mp4", 1080, 1920);
    }

    @Test
    void countsTheFramesOfAac() {
        byte[] frame = {(byte) 0xff, (byte) 0xf1, 0x50, (byte) 0x80, 0x01, (byte) 0x1f, (byte) 0xfc, 0};
        byte[] second = new byte[43 * frame.length];
        for (int i = 0; i < second.length; i++) {
            second[i] = frame[i % frame.length];
        }

        MediaFacts facts = inspect(second);

        assertThat(facts.mimeType()).isEqualTo("audio/aac");
        assertThat(facts.sampleRate()).isEqualTo(44_100);
        assertThat(facts.channels()).isEqualTo(2);
        assertThat(facts.durationMs()).isEqualTo(998);
    }

    @Test
    void believesTheXingCountOfVariableRatesButNotAnImpossibleOne() {
        byte[] first = {(byte) 0xff, (byte) 0xfb, (byte) 0x90, (byte) 0xc0};
        byte[] rest = new byte[417 - 4 - 17 - 12];
        byte[] next = Crafted.bytes(first, new byte[413]);

        MediaFacts honest = inspect(first, new byte[17], "Xing", u32(1), u32(100), rest, next);
        MediaFacts liar = inspect(first, new byte[17], "Xing", u32(1), u32(0xffffffffL), rest, next);

        assertThat(honest.durationMs()).isEqualTo(100L * 1152 * 1000 / 44_100);
        assertThat(liar.durationMs()).isEqualTo(52);
    }

    @Test
    void readsOggVorbis() {
        byte[] first = Crafted.bytes("OggS\0\2", new byte[8], "abcd", new byte[8], 1, 30);
        byte[] head = Crafted.bytes("\u0001vorbis", new byte[4], 2, 0x44, 0xac, 0, 0, new byte[14]);
        byte[] last = Crafted.bytes("OggS\0\4", 0x88, 0x58, 1, 0, 0, 0, 0, 0, "abcd", new byte[10]);

        MediaFacts facts = inspect(first, head, last);

        assertThat(facts.mimeType()).isEqualTo("audio/ogg");
        assertThat(facts.durationMs()).isEqualTo(2_000);
        assertThat(facts.sampleRate()).isEqualTo(44_100);
    }

    private static void assertSize(MediaFacts facts, String mimeType, int width, int height) {
        assertThat(facts.mimeType()).isEqualTo(mimeType);
        assertThat(facts.width()).isEqualTo(width);
        assertThat(facts.height()).isEqualTo(height);
    }
}
