package atelier.processors.tracks;

import atelier.config.Recipe.Kind;
import atelier.processors.catalog.Inputs;
import atelier.processors.catalog.Json;
import atelier.processors.catalog.Plan;
import atelier.processors.ladder.Rendition;
import atelier.processors.ladder.TrackName;
import atelier.processors.probe.MediaInfo;
import atelier.processors.tracks.TrackLabel.Declared;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Tells what the tracks of a plan are called. */
public final class TrackLabels {
    /** What tracks are called of which nothing is known. */
    private static final Map<Kind, String> OTHERWISE = Map.of(Kind.AUDIO, "Sound", Kind.TEXT, "Subtitles");

    private final Inputs inputs;
    private final Json json;

    public TrackLabels(Inputs inputs, Json json) {
        this.inputs = inputs;
        this.json = json;
    }

    /**
     * The labels of a plan's sounds and subtitles, by rendition.
     *
     * @param renditions all that it makes, in their order
     */
    public Map<String, TrackLabel> of(Plan plan, List<Rendition> renditions) {
        Optional<MediaInfo> source = inputs.find(plan.sourceId())
                .flatMap(input -> input.media().map(text -> json.read(text, MediaInfo.class)));
        Map<String, TrackLabel> labels = new HashMap<>();
        OTHERWISE.forEach((kind, otherwise) -> {
            List<Rendition> tracks = renditions.stream()
                    .filter(each -> each.recipe().kind() == kind)
                    .toList();
            List<TrackLabel> made = TrackLabel.of(list(tracks, each -> declared(each, source)), otherwise);
            for (int i = 0; i < tracks.size(); i++) {
                labels.put(tracks.get(i).name(), made.get(i));
            }
        });
        return labels;
    }

    private static Declared declared(Rendition rendition, Optional<MediaInfo> source) {
        TrackName track = TrackName.of(rendition.name());
        boolean ambisonic = rendition.recipe().ambisonic();
        List<Declared> ofSource = source.map(
                        media -> rendition.recipe().kind() == Kind.AUDIO ? sounds(media, ambisonic) : texts(media))
                .orElse(List.of());
        boolean isOfSource = track.number() > 0 && track.number() <= ofSource.size();
        return isOfSource
                ? ofSource.get(track.number() - 1)
                : new Declared(track.language(), Optional.empty(), ambisonic);
    }

    private static List<Declared> sounds(MediaInfo media, boolean ambisonic) {
        return list(media.sounds(), each -> new Declared(each.language(), each.title(), ambisonic));
    }

    private static List<Declared> texts(MediaInfo media) {
        return list(media.texts(), each -> new Declared(each.language(), each.title(), false));
    }

    private static <T> List<Declared> list(List<T> streams, Function<T, Declared> declared) {
        return streams.stream().map(declared).toList();
    }
}
