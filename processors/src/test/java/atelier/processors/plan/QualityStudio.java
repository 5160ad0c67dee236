package atelier.processors.plan;

import atelier.config.Home;
import atelier.config.QualitySettings.Choice;
import atelier.config.Recipe;
import atelier.processors.catalog.Chunks;
import atelier.processors.catalog.Json;
import atelier.processors.catalog.Outputs;
import atelier.processors.catalog.QualityChoices;
import atelier.processors.catalog.QualityTrials;
import atelier.processors.encode.Trial;
import atelier.processors.index.IndexedChunk;
import atelier.processors.ladder.Ladder;
import atelier.processors.quality.QualityChooser;
import atelier.processors.sources.FolderSources;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A source that was read, whose quality is chosen: by an encoder that tells what it is told. */
final class QualityStudio {
    private static final double TARGET = 0.982;

    /** By which the stand-in's films reach what they are to. */
    static final int SUITS = 28;

    static final Delivered SOURCE = DeliveredFilms.source();
    static final long ARTWORK = 11;

    final QualityChoices choices;
    final List<Trial> tried = new ArrayList<>();
    QualityChooser.Encoder encoder = QualityStudio::clean;
    private final JdbcClient sql;
    private final Chunks chunks;
    private final Outputs outputs;
    private Ladder ladder = ladder(TARGET);

    /** @param sql a catalogue; what it has is thrown away */
    QualityStudio(JdbcClient sql) {
        this.sql = sql;
        this.chunks = new Chunks(sql, new Json());
        this.outputs = new Outputs(sql, Clock.systemUTC(), new Json());
        this.choices = new QualityChoices(sql, Clock.systemUTC());
        List.of("artworks", "outputs", "quality_trials").forEach(table -> run("DELETE FROM " + table));
        run("INSERT INTO artworks (id, slug, title, state, created_at, updated_at)"
                + " VALUES (11, 'mila/sunset', 'Sunset', 'encoding', '2026-05-01', '2026-05-01')");
        run("INSERT INTO video_formats (id, artwork_id, format_type, origin, state, created_at, updated_at)"
                + " VALUES (122, 11, 'SOURCE', 'delivered', 'complete', '2026-05-01', '2026-05-01')");
        run("INSERT INTO inputs (id, video_format_id, file_path, file_size, created_at)"
                + " VALUES (22, 122, 'a', 1, '2026-05-01')");
        film("abcdef");
    }

    private void run(String statement) {
        sql.sql(statement).update();
    }

    /** The source is that film: a letter for each chunk. */
    List<IndexedChunk> film(String shots) {
        run("DELETE FROM chunks");
        List<IndexedChunk> film = IntStream.range(0, shots.length())
                .mapToObj(number -> OutputFingerprintsTest.chunk(
                        shots.substring(number, number + 1).repeat(64), number, number * 50_000L, List.of(0L)))
                .toList();
        chunks.add(22, film);
        return film;
    }

    private static Ladder ladder(double target) {
        return new Ladder(recipes(target));
    }

    private static Map<String, Recipe> recipes(double target) {
        Map<String, Recipe> recipes = new HashMap<>(GraphForTests.RECIPES);
        for (String name : List.of("HD", "SD")) {
            recipes.compute(name, (same, recipe) -> GraphForTests.aiming(recipe, target));
        }
        return recipes;
    }

    /** Half as large and half a decibel a step less alike, six steps on. */
    private static Trial.Outcome clean(Trial trial) {
        return new Trial.Outcome(
                List.of(
                        new Trial.Result(trial.crfs().get(0), 10000, 0.99, 40),
                        new Trial.Result(trial.crfs().get(1), 5000, 0.98, 40)),
                OptionalDouble.empty());
    }

    /** From now on films have a rung between SD and HD, too. */
    void withMid() {
        Map<String, Recipe> recipes = recipes(TARGET);
        recipes.put("MID", GraphForTests.aiming(GraphForTests.video("HD", Recipe.Policy.EAGER, 1000, 562), TARGET));
        ladder = new Ladder(recipes);
    }

    /** Finds that the samples of a rung are as alike, when what the next lower one shows of them is enlarged. */
    static QualityChooser.Encoder enlarging(double... ssims) {
        Iterator<Double> next = Arrays.stream(ssims).iterator();
        return trial -> new Trial.Outcome(
                clean(trial).results(),
                trial.below().isPresent() ? OptionalDouble.of(next.next()) : OptionalDouble.empty());
    }

    /** Why rungs are left out of a file. */
    Map<String, String> leftOut(long input) {
        return targeting(ladder)
                .resolve(List.of(DeliveredFilms.film(SOURCE.type(), input, 1280, 720, 0, 122)))
                .leftOut();
    }

    QualityStep step(Choice mode) {
        QualityChooser.Encoder noting = trial -> {
            tried.add(trial);
            return encoder.make(trial);
        };
        return new QualityStep(
                mode,
                ladder,
                new QualityChooser(new QualityTrials(sql, Clock.systemUTC()), noting),
                choices,
                chunks,
                outputs,
                new FolderSources(new Home(Path.of("target"))));
    }

    List<Target> targets() {
        return targets(ladder);
    }

    /** By recipes that aim at another target. */
    Target aimingAt(double target) {
        return named("HD", targets(ladder(target)));
    }

    private List<Target> targets(Ladder recipes) {
        return targeting(recipes).of(List.of(SOURCE));
    }

    private Targets targeting(Ladder recipes) {
        return new Targets(
                recipes, form -> Set.of(), new ChosenQuality(EncoderChoice.SOFTWARE, choices), MemoryBound.NONE);
    }

    private static Target named(String name, List<Target> targets) {
        return targets.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    int crf(String name) {
        return named(name, targets()).rendition().recipe().crf();
    }

    void choose(Choice mode) {
        step(mode).choose(SOURCE.input(), targets());
    }

    void make(List<IndexedChunk> film) {
        for (IndexedChunk chunk : film) {
            String fingerprint = OutputFingerprints.ofChunk(chunk, named("HD", targets()));
            outputs.want(fingerprint, "VIDEO");
            outputs.made(fingerprint, 1, Duration.ZERO, "8", "libx264");
        }
    }
}
