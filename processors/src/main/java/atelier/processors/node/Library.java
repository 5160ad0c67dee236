package atelier.processors.node;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * That the database, the store and the sources are of one library. Each bears its name; an emptied folder gets a new one, unless
 * others are at work on the one that this node does not see.
 */
public final class Library {
    private static final Logger LOG = LoggerFactory.getLogger(Library.class);

    private final JdbcClient sql;
    private final List<Place> places;
    private final boolean adopt;

    /**
     * @param places that all nodes share
     * @param adopt whether a place without a name is taken though the database knows what lies there
     */
    public Library(JdbcClient sql, List<Place> places, boolean adopt) {
        this.sql = sql;
        this.places = List.copyOf(places);
        this.adopt = adopt;
    }

    /**
     * Sees that this node's places are the library's.
     *
     * @param others names of the nodes that are at work on it now
     * @throws NodeException if one is another library's, or none's while others are at work or something is known to lie there
     */
    public void check(List<String> others) {
        Optional<Names> recorded = recorded();
        List<Place> unnamed =
                places.stream().filter(place -> place.name().isEmpty()).toList();
        Names known = recorded.or(() -> ofPlaces().map(Names::of)).orElseGet(() -> Names.of(newName()));
        places.forEach(place -> place.name()
                .filter(name -> !known.include(name))
                .ifPresent(name -> refuseForeign(place, known.id(), name)));
        boolean emptied = recorded.isPresent() && !unnamed.isEmpty();
        if (emptied && !others.isEmpty()) {
            refuseEmpty(unnamed, others);
        }
        if (emptied && !adopt && isInUse()) {
            refuseUnmounted(unnamed);
        }
        // A node that comes back with the folder which this one took to be emptied finds that it is no longer the
        // library's.
        record(emptied ? known.followed() : known, unnamed);
    }

    /** The library's name, and the one that it is being given: who is killed meanwhile goes on with that. */
    private record Names(String id, Optional<String> next) {
        static Names of(String id) {
            return new Names(id, Optional.empty());
        }

        boolean include(String name) {
            return name.equals(id) || next.filter(name::equals).isPresent();
        }

        Names followed() {
            return new Names(id, Optional.of(next.orElseGet(Library::newName)));
        }

        String last() {
            return next.orElse(id);
        }
    }

    private Optional<Names> recorded() {
        return sql.sql("SELECT id, next FROM library")
                .query((row, n) -> new Names(row.getString("id"), Optional.ofNullable(row.getString("next"))))
                .optional();
    }

    private boolean isInUse() {
        return sql.sql("SELECT EXISTS (SELECT 1 FROM artworks)")
                .query(Boolean.class)
                .single();
    }

    private static String newName() {
        return UUID.randomUUID().toString();
    }

    private Optional<String> ofPlaces() {
        return places.stream().flatMap(place -> place.name().stream()).findFirst();
    }

    private void record(Names names, List<Place> unnamed) {
        if (!unnamed.isEmpty()) {
            LOG.info("Library {}: {} is its own from now on.", names.last(), unnamed);
        }
        write(names);
        places.forEach(place -> write(place, names.last()));
        write(Names.of(names.last()));
    }

    private void write(Names names) {
        sql.sql("INSERT INTO library (id, next) VALUES (:id, :next) ON DUPLICATE KEY UPDATE id = :id, next = :next")
                .param("id", names.id())
                .param("next", names.next().orElse(null))
                .update();
    }

    private static void refuseForeign(Place place, String known, String found) {
        throw new NodeException(place + " belongs to another library (" + found
                + ") than the database (" + known
                + "). Atelier does not start; nothing was changed. Set atelier.home to the"
                + " folder, and atelier.store.bucket to the bucket, that goes with atelier.database.url. If these two are to go together, remove "
                + place.marker()
                + ", and start this node while no other runs.");
    }

    private static void refuseEmpty(List<Place> places, List<String> others) {
        throw new NodeException(places + " are not those which " + String.join(", ", others)
                + " use, on the same database. Atelier does not start; nothing was changed. Share the folders sources and store"
                + " of the home with the other nodes (mount them here, or name them in atelier.home), and name the same bucket"
                + " in atelier.store.bucket, or none.");
    }

    private static void refuseUnmounted(List<Place> places) {
        throw new NodeException(
                places + " bear no name, though the database knows what lies there: they are not mounted, or were"
                        + " emptied. Atelier does not start; nothing was changed. Mount them, and start again. If they were emptied on"
                        + " purpose, or are new, start once with --atelier.node.adopt=true: what is missing in the store is then made"
                        + " again, and sources that are missing are gone.");
    }

    private static void write(Place place, String name) {
        if (!place.name().equals(Optional.of(name))) {
            place.name(name);
        }
    }
}
