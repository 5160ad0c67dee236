package atelier.processors.viewing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Adds up what requests say, in memory, until it is written. For many threads. What a crash loses of it is some seconds. */
public final class CmcdTally {
    /** Somebody may make up artworks: no more than these are remembered at a time. */
    private static final int MOST_ARTWORKS = 1000;

    private final Map<String, Sums> bySlug = new ConcurrentHashMap<>();

    /** Sums over the requests of an artwork. */
    record Sums(long requests, long starved, double bitrate, double throughput, long throughputs) {
        static final Sums NONE = new Sums(0, 0, 0, 0, 0);

        Sums plus(Cmcd cmcd) {
            return new Sums(
                    requests + 1,
                    starved + (cmcd.starved() ? 1 : 0),
                    bitrate + cmcd.bitrateKbps(),
                    throughput + cmcd.throughputKbps().orElse(0),
                    throughputs + (cmcd.throughputKbps().isPresent() ? 1 : 0));
        }
    }

    /** A request said this. */
    public void add(Cmcd cmcd) {
        if (bySlug.size() < MOST_ARTWORKS || bySlug.containsKey(cmcd.content())) {
            bySlug.merge(cmcd.content(), Sums.NONE.plus(cmcd), (before, first) -> before.plus(cmcd));
        }
    }

    /** The artworks there are sums of. */
    List<String> slugs() {
        return List.copyOf(bySlug.keySet());
    }

    /** Takes the sums of an artwork out. */
    Optional<Sums> take(String slug) {
        return Optional.ofNullable(bySlug.remove(slug));
    }
}
