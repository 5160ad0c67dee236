package atelier.processors.index;

import java.util.List;

/**
 * What the index needs to know of an input's video.
 *
 * @param stream its index in the file
 * @param codec FFmpeg's name of the codec
 * @param timeBase unit of its time stamps, in seconds
 * @param declaredRates frame rates that the container declares, the likelier first
 * @param codecConfiguration SHA-256 of the decoder's configuration; empty where it is in the packets
 */
public record VideoTrack(
        int stream, String codec, Ratio timeBase, List<Ratio> declaredRates, String codecConfiguration) {
    public VideoTrack {
        declaredRates = List.copyOf(declaredRates);
    }
}
