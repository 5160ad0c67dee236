package atelier.processors.mp4;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A {@code moov} with nothing in it that differs between two encodes of the same kind. */
final class CanonicalMovie {
    /** Version 1 of trun needs iso6; cmfc is CMAF. */
    private static final byte[] BRANDS = "iso6\0\0\0\0iso6cmfcmp41".getBytes(StandardCharsets.ISO_8859_1);
    /** Version, flags, predefined, the handler's type and reserved fields; a name follows. */
    private static final int UNNAMED_HANDLER = 24;

    private CanonicalMovie() {}

    static Box fileType() {
        return new Box.Leaf("ftyp", BRANDS.clone());
    }

    static Box.Container of(Box.Container movie, boolean video) {
        Box.Container plain = movie.without("udta")
                .without("mehd")
                .without("btrt")
                .replacing("mvhd", TrackHeaders::withoutTimes)
                .replacing("tkhd", TrackHeaders::trackWithoutTimes)
                .replacing("mdhd", TrackHeaders::withoutTimes)
                .replacing("hdlr", CanonicalMovie::unnamed);
        return video ? plain.replacing("mdhd", TrackHeaders::withoutLanguage) : plain;
    }

    /** FFmpeg copies a source's handler name. */
    private static Box.Leaf unnamed(Box.Leaf handler) {
        return new Box.Leaf("hdlr", Arrays.copyOf(Arrays.copyOf(handler.body(), UNNAMED_HANDLER), UNNAMED_HANDLER + 1));
    }
}
