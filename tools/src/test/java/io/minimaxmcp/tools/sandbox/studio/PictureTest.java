package io.minimaxmcp.tools.sandbox.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.minimaxmcp.tools.sandbox.studio.PictureSpec.Format;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PictureTest {
    @ParameterizedTest
    @CsvSource({"256, 256", "1024, 1024", "1344, 576", "720, 1280", "2048, 256", "512, 2048"})
    void drawsEverySizeInBothFormats(int width, int height) throws IOException {
        for (Format format : Format.values()) {
            PictureSpec spec = new PictureSpec(width, height, "A lighthouse at dawn, gouache", 7, format);

            BufferedImage image = decode(Picture.render(spec));

            assertThat(image.getWidth()).isEqualTo(width);
            assertThat(image.getHeight()).isEqualTo(height);
        }
    }

    @Test
    void drawsThePromptInWhiteOverAShadedBand() throws IOException {
        PictureSpec worded = new PictureSpec(512, 512, "HHHHHHHH", 1, Format.PNG);
        PictureSpec wordless = new PictureSpec(512, 512, " ", 1, Format.PNG);

        int white = whitePixels(decode(Picture.render(worded)));

        assertThat(white).isGreaterThan(whitePixels(decode(Picture.render(wordless))) + 8 * 17 * 4);
    }

    @Test
    void drawsTheSameSpecificationToTheSameBytesAndOthersToOthers() {
        PictureSpec spec = new PictureSpec(256, 256, "fox", 1, Format.JPEG);

        byte[] picture = Picture.render(spec);

        assertThat(Picture.render(spec)).isEqualTo(picture);
        assertThat(Picture.render(new PictureSpec(256, 256, "fox", 2, Format.JPEG)))
                .isNotEqualTo(picture);
        assertThat(Picture.render(new PictureSpec(256, 256, "hen", 1, Format.JPEG)))
                .isNotEqualTo(picture);
    }

    @ParameterizedTest
    @CsvSource({"255, 512", "512, 2049"})
    void refusesSizesNobodyOffers(int width, int height) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PictureSpec(width, height, "x", 1, Format.PNG))
                .withMessageContaining(width + "x" + height);
    }

    @Test
    void drawsTheLongestPromptOfAnyScript() throws IOException {
        PictureSpec spec = new PictureSpec(256, 256, "Füchse 灯塔 🦊\n".repeat(150), 1, Format.PNG);

        BufferedImage image = decode(Picture.render(spec));

        assertThat(image.getWidth()).isEqualTo(256);
    }

    private static BufferedImage decode(byte[] bytes) throws IOException {
        return Objects.requireNonNull(ImageIO.read(new ByteArrayInputStream(bytes)), "no decoder knows the bytes");
    }

    private static int whitePixels(BufferedImage image) {
        int white = 0;
        for (int rgb : image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth())) {
            white += (rgb & 0xffffff) == 0xffffff ? 1 : 0;
        }
        return white;
    }
}
