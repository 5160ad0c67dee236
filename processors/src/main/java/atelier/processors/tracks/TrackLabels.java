package atelier.processors.tracks;

import atelier.processors.catalog.Inputs;
import atelier.processors.catalog.Json;
import atelier.processors.catalog.Plan;
import atelier.processors.ladder.TrackName;
import atelier.processors.probe.MediaInfo;
import atelier.processors.tracks.TrackLabel.Declared;
import java.util.List;
import java.util.Optional;

/** Tells what the tracks of a plan's source are called. */
public final class TrackLabels {
    /** What sound is called of which nothing is known. */
    private static final String SOUND = "Sound";

    private final Inputs inputs;
    private final Json json;

    public TrackLabels(Inputs inputs, Json json) {
        this.inputs = inputs;
        this.json = json;
    }

    /**
     * The labels of a source's tracks.
     *
     * @param sounds of its audio tracks, the main one first
     */
    public record OfSource(List<TrackLabel> sounds) {
        public OfSource {
            sounds = List.copyOf(sounds);
        }

        /** That of an audio rendition. */
        public TrackLabel sound(String rendition) {
            int number = TrackName.of(rendition).number();
            return number <= sounds.size()
                    ? sounds.get(number - 1)
                    : new TrackLabel(number == 1 ? SOUND : SOUND + " " + number, Optional.empty(), number == 1);
        }
    }

    /** Those of the source that a plan has. */
    public OfSource of(Plan plan) {
        return inputs.find(plan.sourceId())
                .flatMap(input -> input.media().map(text -> json.read(text, MediaInfo.class)))
                .map(TrackLabels::of)
                .orElse(new OfSource(List.of()));
    }

    private static OfSource of(MediaInfo media) {
        return new OfSource(TrackLabel.of(
                media.sounds().stream()
                        .map(each -> new Declared(each.language(), each.title()))
                        .toList(),
                SOUND));
    }
}
