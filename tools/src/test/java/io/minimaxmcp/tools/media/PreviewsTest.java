package io.minimaxmcp.tools.media;

import static io.minimaxmcp.tools.media.Failures.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.minimaxmcp.tools.tool.Preview;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreviewsTest {
    @TempDir
    Path disk;

    private final Previews previews = new Previews(new FileWork(Runnable::run));

    @Test
    void fitsEvenWhatHardlyCompresses() throws Exception {
        Preview preview = preview(Samples.picture(Samples.noise(1500, 900, BufferedImage.TYPE_INT_RGB), "png"))
                .orElseThrow();

        assertThat(preview.bytes()).hasSizeLessThanOrEqualTo(48_000);
        assertThat(preview.mimeType()).isEqualTo("image/jpeg");
        BufferedImage shown = decoded(preview);
        assertThat(Math.max(shown.getWidth(), shown.getHeight())).isLessThanOrEqualTo(768);
        assertThat((double) shown.getWidth() / shown.getHeight()).isBetween(1.6, 1.7);
    }

    @Test
    void showsLargePicturesAtFullPreviewSize() throws Exception {
        BufferedImage shown = decoded(preview(Samples.jpeg(5400, 3600)).orElseThrow());

        assertThat(shown.getWidth()).isEqualTo(768);
        assertThat(shown.getHeight()).isEqualTo(512);
    }

    @Test
    void doesNotBlowUpSmallPictures() throws Exception {
        BufferedImage shown = decoded(preview(Samples.png(40, 30)).orElseThrow());

        assertThat(shown.getWidth()).isEqualTo(40);
    }

    @Test
    void showsTransparencyOnWhite() throws Exception {
        BufferedImage clear = new BufferedImage(32, 32, BufferedImage.TYPE_INT_ARGB);

        BufferedImage shown = decoded(preview(Samples.picture(clear, "png")).orElseThrow());

        assertThat(shown.getRGB(16, 16)).isEqualTo(0xffffffff);
    }

    @Test
    void leavesOutWhatCannotBeShown() throws Exception {
        assertThat(preview("no picture".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .isEmpty();
        assertThat(await(previews.of(artifact(disk.resolve("gone.png").toString(), "image/png"))))
                .isEmpty();
        assertThat(await(previews.of(artifact(null, "image/png")))).isEmpty();
        assertThat(await(previews.of(artifact(disk.toString(), "video/mp4")))).isEmpty();
    }

    private Optional<Preview> preview(byte[] image) throws Exception {
        Path file = Files.write(disk.resolve("image"), image);
        return await(previews.of(artifact(file.toString(), "image/png")));
    }

    private static BufferedImage decoded(Preview preview) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(preview.bytes()));
    }

    private static Artifact artifact(@Nullable String path, String mimeType) {
        return new Artifact("minimax://media/job-1", null, path, mimeType, null, null, null, null, null);
    }
}
