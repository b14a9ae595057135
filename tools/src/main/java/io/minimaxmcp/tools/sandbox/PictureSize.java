package io.minimaxmcp.tools.sandbox;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.jspecify.annotations.Nullable;

/** Width and height of a picture, as its header gives them. */
record PictureSize(int width, int height) {

    /** Empty for what is no picture, or one whose header Java cannot read (WebP, HEIC). */
    static Optional<PictureSize> of(byte[] bytes, MediaType type) {
        if (type != MediaType.JPEG && type != MediaType.PNG) {
            return Optional.empty();
        }
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(type.name());
        ImageReader reader = readers.next();
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            reader.setInput(in);
            return Optional.of(new PictureSize(reader.getWidth(0), reader.getHeight(0)));
        } catch (IOException | RuntimeException e) {
            throw Refusal.invalid("the image cannot be decoded");
        } finally {
            reader.dispose();
        }
    }

    static Optional<PictureSize> of(byte[] bytes) {
        return MediaType.of(bytes).flatMap(type -> of(bytes, type));
    }

    /** As an input of the second video generation: what is wrong, or null. */
    @Nullable
    String complaint() {
        return shortSide() < 256 || longSide() > 5760 || ratio() < 0.4 || ratio() > 2.5
                ? "must have sides of 256 to 5760 px and a ratio between 0.4 and 2.5"
                : null;
    }

    int shortSide() {
        return Math.min(width, height);
    }

    int longSide() {
        return Math.max(width, height);
    }

    double ratio() {
        return (double) width / height;
    }
}
