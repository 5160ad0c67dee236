package atelier.processors.plan;

import atelier.processors.ladder.FrameSize;
import atelier.processors.ladder.Ladder;
import atelier.processors.ladder.Made;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Decides which renditions are made of what was delivered. Pure. */
public final class Targets {
    private final Ladder ladder;

    public Targets(Ladder ladder) {
        this.ladder = ladder;
    }

    /** @param delivered the source, and overrides */
    List<Target> of(List<Delivered> delivered) {
        Map<String, Delivered> nodes = new HashMap<>();
        Map<String, FrameSize> sizes = new HashMap<>();
        boolean withAudio = false;
        for (Delivered each : delivered) {
            nodes.put(each.node(), each);
            sizes.put(each.node(), each.size());
            withAudio |= each.isSource() && each.media().mainAudio().isPresent();
        }
        List<Target> targets = new ArrayList<>();
        for (Made made : ladder.resolve(sizes, withAudio)) {
            targets.add(new Target(made.rendition(), targets.size(), made.size(), nodes.get(made.from())));
        }
        return targets;
    }
}
