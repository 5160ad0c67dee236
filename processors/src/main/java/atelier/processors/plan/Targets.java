package atelier.processors.plan;

import atelier.config.Recipe.Kind;
import atelier.processors.ladder.FrameSize;
import atelier.processors.ladder.Ladder;
import atelier.processors.ladder.Made;
import atelier.processors.ladder.Rendition;
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
        int sounds = 0;
        for (Delivered each : delivered) {
            nodes.put(each.node(), each);
            sizes.put(each.node(), each.size());
            sounds = each.isSource() ? each.media().sounds().size() : sounds;
        }
        List<Target> targets = new ArrayList<>();
        for (Made made : ladder.resolve(sizes, sounds > 0)) {
            int tracks = made.rendition().recipe().kind() == Kind.AUDIO ? sounds : 1;
            for (int track = 1; track <= tracks; track++) {
                Rendition rendition = made.rendition().ofTrack(track);
                targets.add(new Target(rendition, targets.size(), made.size(), nodes.get(made.from())));
            }
        }
        return targets;
    }
}
