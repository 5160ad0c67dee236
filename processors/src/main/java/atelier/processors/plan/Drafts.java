package atelier.processors.plan;

import atelier.config.Recipe.Kind;
import atelier.processors.catalog.Artwork;
import atelier.processors.catalog.Chunks;
import atelier.processors.catalog.Input;
import atelier.processors.catalog.Inputs;
import atelier.processors.catalog.Json;
import atelier.processors.catalog.Overrides;
import atelier.processors.catalog.VideoFormats;
import atelier.processors.index.FirstPart;
import atelier.processors.index.Index;
import atelier.processors.index.IndexedChunk;
import atelier.processors.index.IndexedSound;
import atelier.processors.probe.MediaInfo;
import atelier.processors.spherical.Sphere;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Plans an artwork by the present recipes, from what the catalogue knows of its files; records nothing. */
public final class Drafts {
    private static final String END_OF_FILM = "the end of the film: its quality is chosen by what is in it";

    private final Inputs inputs;
    private final Overrides overrides;
    private final VideoFormats formats;
    private final Chunks chunks;
    private final PlanRecords records;
    private final SoundStep sounds;
    private final Targets targets;
    private final Predicate<Target> awaited;
    private final Planner planner;
    private final Json json;

    /** @param awaited whether a rendition is planned when its film has been read: {@link QualityStep#awaits} */
    public Drafts(
            Inputs inputs,
            Overrides overrides,
            VideoFormats formats,
            Chunks chunks,
            PlanRecords records,
            SoundStep sounds,
            Targets targets,
            Predicate<Target> awaited,
            Planner planner,
            Json json) {
        this.inputs = inputs;
        this.overrides = overrides;
        this.formats = formats;
        this.chunks = chunks;
        this.records = records;
        this.sounds = sounds;
        this.targets = targets;
        this.awaited = awaited;
        this.planner = planner;
        this.json = json;
    }

    /** The plan of an artwork; none where its source has not been looked at. */
    Optional<Draft> of(Artwork artwork) {
        return source(artwork).map(source -> {
            Sphere sphere = source.sphere(artwork);
            List<Delivered> delivered = new ArrayList<>(List.of(source));
            delivered.addAll(overrides(artwork));
            List<Delivered> shown =
                    delivered.stream().map(each -> each.as(sphere)).toList();
            return draft(artwork, shown.get(0), sphere, shown);
        });
    }

    /** The artwork's source, once it has been probed. */
    Optional<Delivered> source(Artwork artwork) {
        return artwork.inputId().isPresent()
                ? inputs.find(artwork.inputId().getAsLong()).flatMap(this::delivered)
                : Optional.empty();
    }

    /** The overrides in use that have been read. */
    List<Delivered> overrides(Artwork artwork) {
        return overrides.inputs(artwork.id()).stream()
                .flatMap(id -> inputs.find(id).stream())
                .filter(input -> input.chunkCount().isPresent())
                .flatMap(input -> delivered(input).stream())
                .toList();
    }

    /** What the whole file was found to be; none before it was read to its end. */
    Optional<Index> index(Input input) {
        return inputs.timeline(input.id()).map(text -> json.read(text, Index.class));
    }

    private Optional<Delivered> delivered(Input input) {
        return input.media()
                .map(media -> new Delivered(
                        formats.find(input.videoFormatId()).orElseThrow().formatType(),
                        input,
                        json.read(media, MediaInfo.class)));
    }

    private Draft draft(Artwork artwork, Delivered source, Sphere sphere, List<Delivered> delivered) {
        Resolved resolved = targets.resolve(delivered);
        List<Target> made = resolved.targets().stream().map(this::decided).toList();
        Reasons reasons = records.reasons(artwork.id(), made);
        Map<Delivered, List<Target>> byInput = made.stream().collect(Collectors.groupingBy(Target::from));
        List<PlannedOutput> outputs = new ArrayList<>();
        byInput.forEach((from, of) -> {
            List<Target> known = of.stream()
                    .filter(target -> isDecided(from) || !CopyRule.mayFit(target) && !awaited.test(target))
                    .toList();
            List<IndexedChunk> there = chunks.of(from.input().id());
            there.forEach(chunk -> outputs.addAll(planner.plan(known, chunk, reasons)));
            if (!there.isEmpty() && (isDecided(from) || FirstPart.isWhole(there))) {
                known.stream()
                        .filter(target -> target.rendition().recipe().kind() == Kind.POSTER)
                        .map(target -> planner.poster(target, FirstPart.of(there), reasons))
                        .forEach(outputs::add);
            }
        });
        made.stream()
                .filter(target -> target.from().media().isPicture())
                .map(target -> planner.picture(target, reasons))
                .forEach(outputs::add);
        made.stream()
                .filter(target -> target.rendition().recipe().kind() == Kind.AUDIO)
                .flatMap(target -> sound(target, reasons).stream())
                .forEach(outputs::add);
        made.stream()
                .filter(target -> target.rendition().recipe().kind() == Kind.TEXT && isDecided(target.from()))
                .map(target -> planner.text(target, durationMillis(source), reasons))
                .forEach(outputs::add);
        boolean whole = made.stream()
                .allMatch(target -> target.from().input().chunkCount().isPresent());
        return new Draft(source, sphere, made, outputs, whole, resolved.notes(), waitsFor(made, resolved));
    }

    private Map<String, String> waitsFor(List<Target> made, Resolved resolved) {
        Map<String, String> waitsFor = new HashMap<>(resolved.leftOut());
        made.stream()
                .filter(target -> !isDecided(target.from()) && awaited.test(target))
                .forEach(target -> waitsFor.put(target.name(), END_OF_FILM));
        return waitsFor;
    }

    /** Whether a file can be cut as it is, is known when it has been read to its end. */
    private static boolean isDecided(Delivered from) {
        return from.input().chunkCount().isPresent();
    }

    private Target decided(Target target) {
        return isDecided(target.from()) && CopyRule.mayFit(target)
                ? target.decided(
                        CopyRule.decide(target, chunks.of(target.from().input().id())))
                : target;
    }

    private long durationMillis(Delivered source) {
        return index(source.input()).map(Index::durationMillis).orElse(0L);
    }

    /** Before the file was read to its end, a sound without pieces is not planned. */
    private List<PlannedOutput> sound(Target target, Reasons reasons) {
        List<IndexedSound> pieces = sounds.pieces(target);
        return pieces.isEmpty()
                ? index(target.from().input()).map(index -> sounds.whole(target, index, reasons)).stream()
                        .toList()
                : pieces.stream()
                        .map(piece -> planner.sound(target, piece, reasons))
                        .toList();
    }
}
