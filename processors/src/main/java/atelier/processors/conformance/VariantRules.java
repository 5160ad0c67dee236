package atelier.processors.conformance;

import atelier.processors.conformance.MultivariantText.Reference;
import atelier.processors.hls.Bandwidth;
import atelier.processors.mp4.MediaFormat;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rules about what a multivariant playlist says of its renditions: that it is what their files say. */
final class VariantRules {
    private static final double SHARE = 0.1;
    private static final double RATE_SHARE = 0.01;

    /** FRAME-RATE has three decimals. */
    private static final double ROUNDING = 0.0005;

    private final Findings findings;

    VariantRules(Findings findings) {
        this.findings = findings;
    }

    /**
     * Checks a variant.
     *
     * @param audio the renditions of its audio group
     * @param sealed whether nothing more will come: only then are bit rates final
     */
    void variant(Reference variant, Track video, List<Track> audio, boolean sealed) {
        codecs(variant, video, audio);
        resolution(variant, video);
        if (sealed) {
            frameRate(variant, video);
        }
        Bandwidth measured = audio.stream()
                .map(Track::measured)
                .max(Comparator.comparingLong(Bandwidth::peak))
                .map(video.measured()::plus)
                .orElse(video.measured());
        bandwidth(variant, measured, sealed);
    }

    /** Checks an audio rendition. */
    void audio(Reference reference, Track track) {
        Optional<String> channels = reference.value("CHANNELS");
        boolean right = track.init().format() instanceof MediaFormat.Audio audio
                && channels.filter(each -> each.split("/")[0].equals(Integer.toString(audio.channels())))
                        .isPresent();
        findings.unless(
                right,
                Rule.CHANNELS,
                reference.place(),
                "%s for %s",
                channels.orElse("none"),
                track.init().format());
    }

    /** Checks bit rates against measured ones. */
    void bandwidth(Reference each, Bandwidth measured, boolean sealed) {
        each.value("BANDWIDTH")
                .map(Numbers::large)
                .ifPresent(value -> value.ifPresent(declared -> findings.unless(
                        declared >= measured.peak() && (!sealed || declared <= measured.peak() * (1 + SHARE)),
                        Rule.BANDWIDTH,
                        each.place(),
                        "%d where the peak is %d bit/s",
                        declared,
                        measured.peak())));
        if (sealed) {
            each.value("AVERAGE-BANDWIDTH")
                    .map(Numbers::large)
                    .ifPresent(value -> value.ifPresent(declared -> findings.unless(
                            Math.abs(declared - measured.average()) <= measured.average() * SHARE,
                            Rule.AVERAGE_BANDWIDTH,
                            each.place(),
                            "%d where the average is %d bit/s",
                            declared,
                            measured.average())));
        }
    }

    private void codecs(Reference variant, Track video, List<Track> audio) {
        Set<String> declared = Set.copyOf(List.of(variant.text("CODECS").split("\\s*,\\s*")).stream()
                .distinct()
                .toList());
        Set<String> real = Stream.concat(Stream.of(video), audio.stream())
                .map(track -> track.init().codec())
                .collect(Collectors.toSet());
        findings.unless(declared.equals(real), Rule.CODECS, variant.place(), "%s for %s", declared, real);
    }

    /** Checks the size against the pictures'. */
    void resolution(Reference each, Track track) {
        String real = track.init().format() instanceof MediaFormat.Video video
                ? video.width() + "x" + video.height()
                : "no pictures";
        String declared = each.value("RESOLUTION").orElse(real);
        findings.unless(declared.equals(real), Rule.RESOLUTION, each.place(), "%s for %s", declared, real);
    }

    /** The highest where it varies: not below that of any segment, nor above that of the shortest frame. */
    private void frameRate(Reference variant, Track video) {
        Optional<BigDecimal> declared = variant.value("FRAME-RATE").flatMap(Numbers::decimal);
        double least = video.pieces().stream()
                .mapToDouble(piece -> piece.summary().fragment().sampleCount() / video.seconds(piece.durationTicks()))
                .max()
                .orElseThrow();
        double most = 1
                / video.seconds(video.pieces().stream()
                        .mapToLong(piece -> piece.summary().shortestSample())
                        .min()
                        .orElseThrow());
        declared.map(BigDecimal::doubleValue)
                .ifPresent(rate -> findings.unless(
                        rate >= least * (1 - RATE_SHARE) - ROUNDING
                                && rate <= Math.max(least, most) * (1 + RATE_SHARE) + ROUNDING,
                        Rule.FRAME_RATE,
                        variant.place(),
                        "%.3f for %.3f",
                        rate,
                        least));
    }
}
