package atelier.processors.plan;

import atelier.processors.catalog.Place;
import atelier.processors.index.Outline;
import java.io.IOException;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is ahead of a reading.
 *
 * @param outline reads it
 * @param places of all that can be known
 */
record Ahead(Outline outline, Outline.Places places) {

    /** Reads what somebody asks for: pictures with all sound that is heard meanwhile, without which they are of no use. */
    Outline.Named read(Place asked, Foreseen foreseen) throws IOException {
        boolean sound = asked.stream().isPresent();
        Set<Outline.SoundPlace> pieces = places.sounds().stream()
                .filter(each -> sound
                        ? each.stream() == asked.stream().getAsInt() && each.number() == asked.number()
                        : foreseen.overlap(asked.number(), each.span()))
                .collect(Collectors.toSet());
        return outline.read(sound ? Set.of() : Set.of(asked.number()), pieces);
    }
}
