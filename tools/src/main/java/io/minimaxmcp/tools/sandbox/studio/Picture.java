package io.minimaxmcp.tools.sandbox.studio;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Draws a small landscape with the prompt across it and stores it as JPEG or PNG. */
public final class Picture {
    private static final float JPEG_QUALITY = 0.85f;

    private Picture() {}

    /** Costs about 100 ms for a megapixel, on the calling thread. */
    public static byte[] render(PictureSpec spec) {
        Canvas canvas = new Canvas(spec.width(), spec.height());
        new Landscape(Seeds.of(spec.prompt(), Long.toString(spec.seed()))).paint(canvas);
        new Caption(spec.prompt(), "SANDBOX " + spec.width() + "x" + spec.height()).paint(canvas);
        return encode(canvas, spec.format());
    }

    private static byte[] encode(Canvas canvas, PictureSpec.Format format) {
        BufferedImage image = new BufferedImage(canvas.width(), canvas.height(), BufferedImage.TYPE_INT_RGB);
        image.getRaster().setDataElements(0, 0, canvas.width(), canvas.height(), canvas.pixels());
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format.name()).next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(canvas.width() * canvas.height() / 4);
        // ImageIO would cache on disk by itself, and the disk may be read-only.
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), options(writer, format));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static ImageWriteParam options(ImageWriter writer, PictureSpec.Format format) {
        ImageWriteParam options = writer.getDefaultWriteParam();
        options.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        // For PNG a high "quality" is the fastest deflate level.
        options.setCompressionQuality(format == PictureSpec.Format.JPEG ? JPEG_QUALITY : 0.7f);
        return options;
    }
}
