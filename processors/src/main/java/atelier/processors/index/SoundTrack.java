package atelier.processors.index;

import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the index needs to know of a sound that is made in pieces.
 *
 * @param stream its index in the file
 * @param codec FFmpeg's name of the codec
 * @param sampleRate samples a second, as decoded
 * @param channels how many
 * @param timeBase unit of its time stamps, in seconds
 */
public record SoundTrack(int stream, String codec, int sampleRate, int channels, Ratio timeBase) {
    private static final Pattern PLAIN = Pattern.compile("pcm_(?:[sfu](\\d+)(?:le|be)?(?:_planar)?|alaw|mulaw)");
    private static final int BITS = 8;

    /** Their packets all have the same number of samples, and a quarter of a second before brings their decoders to where they would be. */
    private static final Set<String> EVEN =
            Set.of("aac", "aac_latm", "mp1", "mp2", "mp3", "ac3", "eac3", "dts", "opus", "flac", "alac");

    /** Whether it is of a codec of which it is known how many samples packets have. */
    boolean hasEvenPackets() {
        return EVEN.contains(codec) || bytesPerSample().isPresent();
    }

    /** Bytes that one sample of all channels takes, where samples are not compressed: their packets may differ in length. */
    OptionalInt bytesPerSample() {
        Matcher plain = PLAIN.matcher(codec);
        if (!plain.matches()) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(channels * (plain.group(1) == null ? 1 : Integer.parseInt(plain.group(1)) / BITS));
    }
}
