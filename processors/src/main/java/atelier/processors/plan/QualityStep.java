package atelier.processors.plan;

import atelier.config.QualitySettings.Choice;
import atelier.config.Recipe;
import atelier.processors.catalog.Chunks;
import atelier.processors.catalog.Input;
import atelier.processors.catalog.Outputs;
import atelier.processors.catalog.QualityChoice;
import atelier.processors.catalog.QualityChoices;
import atelier.processors.catalog.QualityChoices.Standing;
import atelier.processors.encode.OutputCheckException;
import atelier.processors.ffmpeg.ProgramException;
import atelier.processors.index.IndexedChunk;
import atelier.processors.ladder.Ladder;
import atelier.processors.ladder.Rendition;
import atelier.processors.quality.Film;
import atelier.processors.quality.QualityChooser;
import atelier.processors.quality.QualityChooser.Chosen;
import atelier.processors.sources.SourceFile;
import atelier.processors.sources.Sources;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has the constant quality of renditions chosen by what their film is. All but the lowest, which somebody may wait for, are planned when the
 * film has been read to its end, and the choice is made then: so nothing is encoded by another one before.
 */
public final class QualityStep {
    private static final Logger LOG = LoggerFactory.getLogger(QualityStep.class);

    /** Of a film of which as much is made, the rest is made alike. */
    private static final double MOSTLY = 0.5;

    private final Choice mode;
    private final Ladder ladder;
    private final QualityChooser chooser;
    private final QualityChoices choices;
    private final Chunks chunks;
    private final Outputs outputs;
    private final Sources sources;

    public QualityStep(
            Choice mode,
            Ladder ladder,
            QualityChooser chooser,
            QualityChoices choices,
            Chunks chunks,
            Outputs outputs,
            Sources sources) {
        this.mode = mode;
        this.ladder = ladder;
        this.chooser = chooser;
        this.choices = choices;
        this.chunks = chunks;
        this.outputs = outputs;
        this.sources = sources;
    }

    /** Whether a rendition is planned when its film has been read: its quality is to be chosen, or what was chosen may not suit any more. */
    public boolean awaits(Target target) {
        return isChosen(target)
                && (mode == Choice.ON
                        || target.rendition().recipe().crf() != base(target).crf());
    }

    /** Chooses for what awaited it, of a film that has been read to its end. */
    void choose(Input input, List<Target> targets) {
        List<IndexedChunk> film = chunks.of(input.id());
        Rungs rungs = new Rungs();
        for (Target target : targets) {
            boolean tried = awaits(target) && CopyRule.decide(target, film).isEmpty() && !isMostlyMade(target, film);
            if (!tried || !replace(input, target, rungs, film)) {
                rungs.stands(target);
            }
        }
    }

    /** Says what would be chosen, where that is all that is wanted. @return whether there is anything new to be seen */
    boolean explain(Input input, List<Target> targets) {
        if (mode != Choice.EXPLAIN) {
            return false;
        }
        boolean said = false;
        List<IndexedChunk> film = chunks.of(input.id());
        Rungs rungs = new Rungs();
        for (Target target : targets) {
            Optional<Standing> found = choices.find(input.artworkId(), target.name());
            Optional<QualityChoice> choice = isChosen(target)
                            && found.filter(each -> each.choice().used()).isEmpty()
                    ? chosen(input, target, rungs, film, false)
                    : Optional.empty();
            choice.ifPresent(each -> choices.put(input.artworkId(), target.name(), each, found));
            said |= choice.isPresent();
            if (choice.flatMap(QualityChoice::instead).isEmpty()) {
                rungs.stands(target);
            }
        }
        return said;
    }

    /** @return whether it is left out now */
    private boolean replace(Input input, Target target, Rungs rungs, List<IndexedChunk> film) {
        Optional<Standing> found = choices.find(input.artworkId(), target.name());
        Optional<QualityChoice> choice =
                mode == Choice.ON ? chosen(input, target, rungs, film, true) : Optional.empty();
        choice.ifPresentOrElse(
                made -> choices.put(input.artworkId(), target.name(), made, found),
                () -> found.ifPresent(each -> choices.drop(input.artworkId(), target.name(), each)));
        return choice.flatMap(QualityChoice::instead).isPresent();
    }

    /** Without a choice a rendition is made as its recipe says. */
    private Optional<QualityChoice> chosen(
            Input input, Target target, Rungs rungs, List<IndexedChunk> film, boolean used) {
        Recipe recipe = base(target);
        Target basic = new Target(new Rendition(target.name(), recipe), target.rung(), target.size(), target.from());
        Optional<Target> below = rungs.below(target);
        try (SourceFile file = sources.whole(input)) {
            Chosen chosen = chooser.choose(
                    new Film(
                            file.path(),
                            target.from().media(),
                            target.size(),
                            below.map(Target::size),
                            film,
                            chunk -> OutputFingerprints.ofChunk(chunk, basic)),
                    recipe);
            LOG.info("{} of {}: {} for CRF {}", target.name(), input.filePath(), chosen, recipe.crf());
            return Optional.of(new QualityChoice(
                    used,
                    ChosenQuality.basis(recipe),
                    recipe.crf(),
                    chosen.crf(),
                    chosen.ssim(),
                    chosen.saved(),
                    chosen.cpuMillis(),
                    below.filter(each -> chosen.leftOut()).map(Target::name),
                    input.id()));
        } catch (ProgramException | OutputCheckException | IOException e) {
            if (e instanceof ProgramException stopped && stopped.cause() == ProgramException.Cause.INTERRUPTED) {
                throw stopped;
            }
            LOG.warn(
                    "The quality of {} of {} could not be chosen; it is made as its recipe says: {}",
                    target.name(),
                    input.filePath(),
                    e.getMessage());
            return Optional.empty();
        }
    }

    private boolean isChosen(Target target) {
        return target.rung() > 0 && target.from().isSource() && ChosenQuality.isChosen(target.rendition());
    }

    /** By what the recipe says, whatever was chosen before. */
    private Recipe base(Target target) {
        Recipe recipe = target.rendition().recipe();
        return ladder.find(target.name())
                .map(each -> recipe.withCrf(each.recipe().crf()))
                .orElse(recipe);
    }

    /** A replaced shot does not have the whole film made anew, though it might be chosen otherwise now. */
    private boolean isMostlyMade(Target target, List<IndexedChunk> film) {
        Map<String, Double> seconds = film.stream()
                .collect(Collectors.toMap(
                        chunk -> OutputFingerprints.ofChunk(chunk, target),
                        chunk -> chunk.span().seconds(),
                        Double::sum));
        double made = outputs.made(seconds.keySet()).stream()
                .mapToDouble(seconds::get)
                .sum();
        double all = seconds.values().stream().mapToDouble(Double::doubleValue).sum();
        return made >= MOSTLY * all;
    }
}
