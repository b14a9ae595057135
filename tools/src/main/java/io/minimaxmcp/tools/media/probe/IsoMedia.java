package io.minimaxmcp.tools.media.probe;

import java.io.IOException;
import java.util.Set;

/** The family of boxes (ISO 14496-12): MP4, M4A, MOV, HEIC, HEIF and AVIF. */
final class IsoMedia {
    private static final Set<String> OLD_QUICKTIME = Set.of("moov", "mdat", "wide", "free", "skip", "pnot");
    private static final Set<String> HEIC = Set.of("heic", "heix", "hevc", "hevx", "heim", "heis");
    private static final Set<String> HEIF = Set.of("mif1", "msf1");
    private static final Set<String> AVIF = Set.of("avif", "avis");
    private static final Set<String> SOUND = Set.of("M4A ", "M4B ", "M4P ");

    private IsoMedia() {}

    static boolean read(Bytes in, Findings found) throws IOException {
        if (in.size() < 16) {
            return false;
        }
        String first = in.name(4);
        if (first.equals("ftyp")) {
            readBranded(in, found, in.name(8));
            return true;
        }
        // Cameras of old wrote no brand; a length that fits in the file must do as proof.
        if (OLD_QUICKTIME.contains(first) && in.u32(0) >= 8 && in.u32(0) <= in.size()) {
            found.type("video/quicktime");
            new Movie(new Boxes(in), found).read();
            return true;
        }
        return false;
    }

    private static void readBranded(Bytes in, Findings found, String brand) throws IOException {
        if (HEIC.contains(brand) || HEIF.contains(brand) || AVIF.contains(brand)) {
            found.type("image/" + stillKind(in, brand));
            new Still(new Boxes(in), found).read();
            return;
        }
        boolean quickTime = brand.equals("qt  ");
        found.type(quickTime ? "video/quicktime" : "video/mp4");
        Movie movie = new Movie(new Boxes(in), found);
        movie.read();
        if (SOUND.contains(brand) || (!quickTime && movie.isSoundOnly())) {
            found.type("audio/mp4");
        }
    }

    /** A brand that only says "still picture" is told apart by the brands it is compatible with. */
    private static String stillKind(Bytes in, String brand) throws IOException {
        if (HEIF.contains(brand)) {
            long end = Math.min(Math.min(in.u32(0), 256), in.size() - 3);
            for (long at = 16; at < end; at += 4) {
                if (HEIC.contains(in.name(at))) {
                    return "heic";
                }
                if (AVIF.contains(in.name(at))) {
                    return "avif";
                }
            }
            return "heif";
        }
        return AVIF.contains(brand) ? "avif" : "heic";
    }
}
