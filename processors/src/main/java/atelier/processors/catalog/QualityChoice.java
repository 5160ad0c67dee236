package atelier.processors.catalog;

import java.util.Optional;

/**
 * The constant quality that suits a film in a rendition.
 *
 * @param used whether it is what is made; else it is only shown
 * @param basis SHA-256 of the recipe and the target that it was made for
 * @param recipeCrf what the recipe says
 * @param crf what was chosen
 * @param ssim that is expected of the sample that is least alike its source
 * @param saved share of the bytes by {@code recipeCrf} that it is expected to save
 * @param cpuMillis CPU time that its trials took
 * @param instead a lower rendition that shows as much of the film, where there is one: this one is left out
 * @param inputId the file in which that was found
 */
public record QualityChoice(
        boolean used,
        String basis,
        int recipeCrf,
        int crf,
        double ssim,
        double saved,
        long cpuMillis,
        Optional<String> instead,
        long inputId) {}
