package atelier.processors.whole;

import atelier.config.Recipe;
import atelier.config.Recipe.Kind;
import atelier.processors.catalog.Artworks;
import atelier.processors.catalog.Asked;
import atelier.processors.catalog.Contention;
import atelier.processors.catalog.Json;
import atelier.processors.catalog.Outputs;
import atelier.processors.catalog.Places;
import atelier.processors.catalog.PlannedChunk;
import atelier.processors.catalog.PlannedChunks;
import atelier.processors.node.Encoders;
import atelier.processors.work.JobQueue;
import atelier.processors.work.Priority;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Has made first what somebody asks for, and next what they will ask for in a moment. Asked again, by whichever node, it does the
 * same once; when nobody asks any more, what was raised falls back.
 */
public final class AskStep {
    /** Chunks are seconds long: as many as cover any lead. */
    private static final int MOST_AHEAD = 10;

    private final PlannedChunks planned;
    private final Places places;
    private final Outputs outputs;
    private final Artworks artworks;
    private final Asked asked;
    private final JobQueue jobs;
    private final Json json;
    private final Duration lead;
    private final TransactionOperations transactions;

    /** @param lead how much behind what is asked for is raised with it */
    public AskStep(
            PlannedChunks planned,
            Places places,
            Outputs outputs,
            Artworks artworks,
            Asked asked,
            JobQueue jobs,
            Json json,
            Duration lead,
            TransactionOperations transactions) {
        this.planned = planned;
        this.places = places;
        this.outputs = outputs;
        this.artworks = artworks;
        this.asked = asked;
        this.jobs = jobs;
        this.json = json;
        this.lead = lead;
        this.transactions = transactions;
    }

    /**
     * Somebody asks for a file of an output that is not there.
     *
     * @param name its fingerprint, or the name of the place where it will lie
     * @param startTicks of the placement; none for what an output has but once
     * @param segment its number; none for what an output has but once
     * @return whether it will come: it is being made, or moved in time
     */
    public boolean ask(String name, OptionalLong startTicks, OptionalInt segment) {
        Optional<PlannedChunk> known =
                planned.needing(name).or(() -> places.fingerprint(name).flatMap(planned::needing));
        return known.map(each -> !artworks.needing(each.fingerprint()).isEmpty() && ask(each, startTicks, segment))
                .orElseGet(() -> places.ask(name, segment));
    }

    /** Lets what nobody asks for any more fall back. */
    public void forget() {
        transactions.executeWithoutResult(status -> asked.forget());
    }

    private boolean ask(PlannedChunk chunk, OptionalLong startTicks, OptionalInt segment) {
        return switch (chunk.state()) {
            case "wanted" -> {
                askAhead(chunk, segment);
                yield true;
            }
            case "made" ->
                startTicks.isPresent()
                        && !outputs.placements(chunk.fingerprint()).contains(startTicks.getAsLong());
            default -> false;
        };
    }

    /** Where no segments are left behind the one that was asked for, the next chunk is asked for in a moment. */
    private void askAhead(PlannedChunk chunk, OptionalInt segment) {
        int left = chunk.expectedSegments() - segment.orElse(0) - 1;
        List<PlannedChunk> ahead = ahead(chunk, left);
        Optional<PlannedChunk> sound = soundOf(chunk, segment.orElse(0));
        SortedMap<String, Runnable> raised = new TreeMap<>();
        note(raised, chunk, Priority.ASKED, segment);
        sound.ifPresent(each -> note(raised, each, Priority.ASKED, OptionalInt.empty()));
        long millis = 0;
        for (int i = 0; i < ahead.size() && millis < lead.toMillis(); i++) {
            if (ahead.get(i).state().equals("wanted")) {
                int priority = left <= 0 && i == 0 ? Priority.ASKED : Priority.SOON - i;
                note(raised, ahead.get(i), priority, OptionalInt.empty());
            }
            millis += ahead.get(i).durationMillis();
        }
        raise(raised.values());
        jobs.wake();
    }

    /** What a film has twice is raised by the highest of its priorities, which is noted first. */
    private void note(SortedMap<String, Runnable> raised, PlannedChunk chunk, int priority, OptionalInt segment) {
        raised.putIfAbsent(chunk.fingerprint(), () -> raise(chunk, priority, segment));
    }

    /** In the order of their names, as all who ask do: else two who ask at once would wait for each other. */
    private void raise(Collection<Runnable> raised) {
        Contention.again(() -> {
            transactions.executeWithoutResult(status -> raised.forEach(Runnable::run));
            return true;
        });
    }

    /** What follows a piece of sound is needed soon only where little of it is left: it lasts longer than what is asked for ahead. */
    private List<PlannedChunk> ahead(PlannedChunk chunk, int left) {
        long millis = chunk.durationMillis() * left / Math.max(1, chunk.expectedSegments());
        return switch (recipe(chunk).kind()) {
            case VIDEO -> planned.following(chunk, MOST_AHEAD);
            case AUDIO -> millis < lead.toMillis() ? planned.following(chunk, 1) : List.of();
            case TEXT, POSTER -> List.of();
        };
    }

    /** Players ask for the sound only when they have the pictures, and play when they have both (hls.js 1.6). */
    private Optional<PlannedChunk> soundOf(PlannedChunk chunk, int segment) {
        long millis = chunk.durationMillis() * segment / Math.max(1, chunk.expectedSegments());
        return recipe(chunk).kind() == Kind.VIDEO
                ? planned.soundAt(chunk, millis).filter(each -> each.state().equals("wanted"))
                : Optional.empty();
    }

    private void raise(PlannedChunk chunk, int priority, OptionalInt segment) {
        asked.mark(chunk.fingerprint(), priority, segment);
        jobs.encode(chunk.fingerprint(), priority, Encoders.of(recipe(chunk)));
    }

    private Recipe recipe(PlannedChunk chunk) {
        return json.read(chunk.recipe(), Recipe.class);
    }
}
