package atelier.processors.publish;

import atelier.config.Recipe.Kind;
import atelier.processors.catalog.Edition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is to be done with an artwork's editions. */
sealed interface EditionDecision {

    /** Nothing can be played yet, or nothing changed. */
    record Wait() implements EditionDecision {}

    /** The current edition grows. */
    record Grow(Edition edition) implements EditionDecision {}

    /** A growing edition begins: the first one, or one with more renditions. */
    record Begin(List<String> renditions) implements EditionDecision {}

    /** Everything is made: a sealed edition follows, with what did not fail. */
    record Seal(List<String> renditions) implements EditionDecision {}

    /** How much sooner than a viewer needs it a rendition must be made, in seconds, before it is offered. */
    double MARGIN_SECONDS = 20;

    /**
     * Decides.
     *
     * <p>An edition begins with the lowest video and the main sound. A higher rendition joins when it is complete, or when so
     * much of it is made that somebody who has watched since the first edition has not come as far: no player is led to
     * where nothing is made yet.
     *
     * @param current the current edition of this plan, if there is one
     * @param renditions of the plan: videos, the lowest first, and sound
     * @param allPlanned whether all its chunks are known
     * @param watchedSeconds how long the first edition of this plan has been there
     * @param asGood whether the same film is there to be watched meanwhile: then nothing grows, the sealed edition follows
     */
    static EditionDecision of(
            Optional<Edition> current,
            List<RenditionProgress> renditions,
            boolean allPlanned,
            double watchedSeconds,
            boolean asGood) {
        if (current.filter(edition -> edition.state().equals("sealed")).isPresent()) {
            return new Wait();
        }
        List<RenditionProgress> alive =
                renditions.stream().filter(each -> !each.failed()).toList();
        List<RenditionProgress> videos =
                alive.stream().filter(RenditionProgress::isVariant).toList();
        if (videos.isEmpty()) {
            return new Wait();
        }
        if (allPlanned && renditions.stream().allMatch(RenditionProgress::settled)) {
            return new Seal(names(alive));
        }
        if (asGood) {
            return new Wait();
        }
        List<RenditionProgress> offered = offered(alive, videos, watchedSeconds);
        if (offered.isEmpty()) {
            return new Wait();
        }
        return current.filter(edition -> edition.renditions().containsAll(names(awaited(offered))))
                .<EditionDecision>map(Grow::new)
                .orElseGet(() -> new Begin(names(offered)));
    }

    private static List<RenditionProgress> offered(
            List<RenditionProgress> alive, List<RenditionProgress> videos, double watchedSeconds) {
        List<RenditionProgress> offered = new ArrayList<>();
        Optional<RenditionProgress> sound =
                alive.stream().filter(each -> each.kind() == Kind.AUDIO).findFirst();
        for (RenditionProgress rendition : alive) {
            boolean first = rendition == videos.get(0) || rendition == sound.orElse(null);
            if (first && rendition.ready().isEmpty()) {
                return List.of();
            }
            boolean ahead = !rendition.ready().isEmpty() && rendition.readySeconds() >= watchedSeconds + MARGIN_SECONDS;
            if (first || rendition.complete() || ahead) {
                offered.add(rendition);
            }
        }
        return offered;
    }

    /** A flat view is not what those wait for who look around: it comes with what they do. */
    private static List<RenditionProgress> awaited(List<RenditionProgress> offered) {
        return offered.stream().filter(each -> !each.flatView()).toList();
    }

    private static List<String> names(List<RenditionProgress> renditions) {
        return renditions.stream().map(RenditionProgress::name).toList();
    }
}
