package atelier.processors.index;

import java.util.List;

/**
 * What the index needs to know of an input's video.
 *
 * @param stream its index in the file
 * @param codec FFmpeg's name of the codec
 * @param timeBase unit of its time stamps, in seconds
 * @param declaredRates frame rates that the container declares, the likelier first
 */
public record VideoTrack(int stream, String codec, Ratio timeBase, List<Ratio> declaredRates) {
    public VideoTrack {
        declaredRates = List.copyOf(declaredRates);
    }
}
