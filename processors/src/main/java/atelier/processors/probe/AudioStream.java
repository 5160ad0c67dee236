package atelier.processors.probe;

import atelier.config.Recipe;
import atelier.processors.index.Ratio;
import atelier.processors.spherical.Ambisonics;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * An audio stream.
 *
 * @param index its index in the file
 * @param codec FFmpeg's name of its codec; {@code unknown} where it cannot be decoded
 * @param sampleRate in hertz
 * @param channels how many
 * @param layout {@code stereo}, {@code 5.1}
 * @param language ISO 639-2
 * @param timeBase unit of its time stamps, in seconds
 * @param startMicros when its first sample is heard, in microseconds
 * @param isDefault whether the file marks it as the one to choose
 * @param title that its maker gave it
 * @param declared what the file says of a sphere that it is
 */
public record AudioStream(
        int index,
        String codec,
        int sampleRate,
        int channels,
        Optional<String> layout,
        Optional<String> language,
        Optional<Ratio> timeBase,
        OptionalLong startMicros,
        boolean isDefault,
        Optional<String> title,
        Optional<Ambisonics> declared) {

    /** Of what it is mixed down; none where it is plain sound. */
    public Optional<Ambisonics> ambisonics() {
        return declared.filter(sphere -> sphere.trouble(channels).isEmpty());
    }

    /** The filter that makes of it what a recipe wants of ambisonic sound; none where it is plain sound. */
    public Optional<String> filter(Recipe recipe) {
        return ambisonics().map(recipe.ambisonic() ? Ambisonics::firstOrder : Ambisonics::mixDown);
    }

    /** Whether a recipe can be made of it. */
    public boolean suits(Recipe recipe) {
        return !recipe.ambisonic() || ambisonics().filter(Ambisonics::isKept).isPresent();
    }

    /** What is wrong with what the file says of a sphere, for people. */
    Optional<String> trouble() {
        return declared.flatMap(sphere -> sphere.trouble(channels));
    }

    /** The same, with what its file was found to say of a sphere. */
    AudioStream telling(Optional<Ambisonics> found) {
        return new AudioStream(
                index, codec, sampleRate, channels, layout, language, timeBase, startMicros, isDefault, title, found);
    }

    /** Whether anything can be heard of it. */
    boolean isDecodable() {
        return sampleRate > 0 && channels > 0 && !codec.equals("unknown");
    }
}
