package atelier.processors.plan;

import atelier.config.Recipe;
import atelier.processors.catalog.Input;
import atelier.processors.catalog.QualityChoice;
import atelier.processors.catalog.QualityChoices;
import atelier.processors.index.Fingerprint;
import atelier.processors.ladder.Rendition;
import atelier.processors.node.Encoders;
import java.util.Optional;

/**
 * Gives renditions in software the constant quality that was chosen for their film. A choice counts until it is replaced, whatever
 * {@code atelier.quality.choice} says now: nothing is encoded twice because a setting came or went.
 */
public final class ChosenQuality implements EncoderChoice {
    private final EncoderChoice encoders;
    private final QualityChoices choices;

    /** @param encoders says by which encoder */
    public ChosenQuality(EncoderChoice encoders, QualityChoices choices) {
        this.encoders = encoders;
        this.choices = choices;
    }

    @Override
    public Rendition of(long form, Rendition rendition) {
        Rendition encoded = encoders.of(form, rendition);
        return isChosen(encoded)
                ? choices.used(form, rendition.name())
                        .filter(choice -> choice.basis().equals(basis(rendition.recipe())))
                        .map(choice ->
                                new Rendition(rendition.name(), encoded.recipe().withCrf(choice.crf())))
                        .orElse(encoded)
                : encoded;
    }

    @Override
    public Optional<String> leavesOut(Input source, Rendition rendition) {
        return choices.used(source.videoFormatId(), rendition.name())
                .filter(choice ->
                        choice.inputId() == source.id() && choice.basis().equals(basis(rendition.recipe())))
                .flatMap(QualityChoice::instead)
                .map(lower -> "left out: " + lower + " shows as much of this film");
    }

    /** Whether it is of a kind that is chosen for: the scales of devices and of AV1 are others. */
    static boolean isChosen(Rendition rendition) {
        Recipe recipe = rendition.recipe();
        return rendition.isVideo() && recipe.target() > 0 && Encoders.isOfCrf(recipe);
    }

    /** What a choice is made for. */
    static String basis(Recipe recipe) {
        return new Fingerprint("quality 1")
                .add(OutputFingerprints.recipe(recipe))
                .add(Double.toString(recipe.target()))
                .hex();
    }
}
