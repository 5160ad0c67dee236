package atelier.processors.index;

import java.util.List;

/**
 * What the index needs to know of an input's video.
 *
 * @param stream its index in the file
 * @param codec FFmpeg's name of the codec
 * @param configuration SHA-256 of what a decoder is told before the first packet: it takes part in every chunk's
 *     fingerprint, but that of H.264 and HEVC, of which the parameter sets do; empty where it is in the packets
 * @param timeBase unit of its time stamps, in seconds
 * @param declaredRates frame rates that the container declares, the likelier first
 * @param telecined whether film was spread over its pictures
 * @param untimed whether packets may lack the time at which they are shown, or hold half a picture: then the pictures are
 *     decoded and counted
 */
public record VideoTrack(
        int stream,
        String codec,
        String configuration,
        Ratio timeBase,
        List<Ratio> declaredRates,
        boolean telecined,
        boolean untimed) {
    public VideoTrack {
        declaredRates = List.copyOf(declaredRates);
    }

    /** One of whole pictures, of which every packet says when it is shown. */
    public VideoTrack(int stream, String codec, String configuration, Ratio timeBase, List<Ratio> declaredRates) {
        this(stream, codec, configuration, timeBase, declaredRates, false, false);
    }
}
