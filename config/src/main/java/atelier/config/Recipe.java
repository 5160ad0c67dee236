package atelier.config;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How a rendition is made. A field that its kind does not use is left at its default.
 *
 * @param kind what it is
 * @param parent the rendition above it in the line of descent, or {@code source}
 * @param policy when it is made
 * @param width widest frame, in pixels; the aspect ratio is kept and nothing is upscaled
 * @param height highest frame, in pixels
 * @param preview whether width + height must stay below 1200 (the preview size of ADAGP and SABAM)
 * @param codec {@code h264}, {@code hevc} or {@code av1}, {@code aac}, {@code webvtt} or {@code mjpeg}
 * @param preset the encoder's speed: {@code ultrafast} to {@code placebo}; of AV1, presets 10 to 1 of SVT-AV1
 * @param crf the encoder's constant quality, 0 to 51, of AV1 0 to 63; lower is better
 * @param maxrate cap of the bit rate, in kbit/s, with a buffer of two seconds of it; 0: none; for audio the bit rate itself
 * @param sampleRate audio samples a second
 * @param channels audio channels; 0: those of first-order ambisonics, of sound that is ambisonic, and none of other sound
 * @param quality JPEG quality scale of FFmpeg, 2 (best) to 31
 * @param encoder FFmpeg's name of the encoder; empty: libx264, libx265 or libsvtav1, or one in hardware as {@code atelier.hardware} says
 * @param revision raised when everything is to be made anew
 * @param target where {@code atelier.quality.choice} is on, a film whose bits buy little gets a higher {@code crf}, but none that makes
 *     it less alike its source than this: SSIM of the luma, 0.5 to below 1; 0: {@code crf} is that of every film, as it is in AV1
 * @param bits most bits of a sample in HEVC and AV1: 8, then also of what is of high dynamic range, which becomes BT.709 as in H.264, or 10;
 *     0: 10 where the source has more than 8
 */
public record Recipe(
        @DefaultValue("video") Kind kind,
        @DefaultValue("source") String parent,
        @DefaultValue("eager") Policy policy,
        @DefaultValue("0") int width,
        @DefaultValue("0") int height,
        @DefaultValue("false") boolean preview,
        @DefaultValue("h264") String codec,
        @DefaultValue("veryfast") String preset,
        @DefaultValue("23") int crf,
        @DefaultValue("0") int maxrate,
        @DefaultValue("48000") int sampleRate,
        @DefaultValue("2") int channels,
        @DefaultValue("3") int quality,
        @DefaultValue("") String encoder,
        @DefaultValue("1") int revision,
        @DefaultValue("0") double target,
        @DefaultValue("0") int bits) {

    /** Bits of a sample that every screen shows. */
    public static final int FEW_BITS = 8;

    /** Bits of a sample that high dynamic range needs. */
    public static final int MANY_BITS = 10;

    public Recipe {
        // Those of plans that were made before there was a choice have none.
        encoder = encoder == null ? "" : encoder;
    }

    /** Whether it is sound from everywhere around, that is not mixed down. */
    public boolean ambisonic() {
        return kind == Kind.AUDIO && channels == 0;
    }

    /** The same, made by another encoder. */
    public Recipe withEncoder(String other) {
        return with(crf, maxrate, other, bits);
    }

    /** The same of another constant quality. */
    public Recipe withCrf(int other) {
        return with(other, maxrate, encoder, bits);
    }

    /** The same with another cap of the bit rate, in kbit/s. */
    public Recipe withMaxrate(int other) {
        return with(crf, other, encoder, bits);
    }

    /** The same with as many bits of a sample at most. */
    public Recipe withBits(int other) {
        return with(crf, maxrate, encoder, other);
    }

    private Recipe with(int newCrf, int newMaxrate, String newEncoder, int newBits) {
        return new Recipe(
                kind,
                parent,
                policy,
                width,
                height,
                preview,
                codec,
                preset,
                newCrf,
                newMaxrate,
                sampleRate,
                channels,
                quality,
                newEncoder,
                revision,
                target,
                newBits);
    }

    /** What a rendition is. */
    public enum Kind {
        VIDEO,
        AUDIO,
        /** Subtitles. */
        TEXT,
        POSTER
    }

    /** When a rendition is made. */
    public enum Policy {
        /** As soon as there is a source. */
        EAGER,
        /** When somebody asks for it, or by night where many watch the artwork; it may go again. */
        ON_DEMAND,
        /** Never by us: it exists where an artist delivers it. */
        DELIVERED
    }
}
