package atelier.processors.sources;

import atelier.processors.store.SourceBucket.Piece;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables {@code input_objects} and {@code input_packets}. */
public final class InputObjects {
    private final JdbcClient sql;

    public InputObjects(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * Where an input lies in the bucket.
     *
     * @param etag of the version that was read
     * @param described what FFmpeg says of its video, once it was read
     * @param heads what of the file is no media data, where the container says that
     */
    record Row(String etag, Optional<String> described, List<Piece> heads) {}

    void add(long input, String etag) {
        sql.sql("INSERT INTO input_objects (input_id, etag) VALUES (:input, :etag)")
                .param("input", input)
                .param("etag", etag)
                .update();
    }

    Optional<Row> find(long input) {
        return sql.sql("SELECT etag, described, heads FROM input_objects WHERE input_id = :input")
                .param("input", input)
                .query((row, n) -> new Row(
                        row.getString("etag"),
                        Optional.ofNullable(row.getString("described")),
                        pieces(row.getString("heads"))))
                .optional();
    }

    void remove(long input) {
        sql.sql("DELETE FROM input_objects WHERE input_id = :input")
                .param("input", input)
                .update();
    }

    void describe(long input, String described, List<Piece> heads) {
        String text =
                heads.stream().map(each -> each.from() + "-" + each.until()).collect(Collectors.joining(","));
        sql.sql("UPDATE input_objects SET described = :described, heads = :heads WHERE input_id = :input")
                .param("input", input)
                .param("described", described)
                .param("heads", text)
                .update();
    }

    private static List<Piece> pieces(String heads) {
        return heads == null || heads.isEmpty()
                ? List.of()
                : Arrays.stream(heads.split(","))
                        .map(each -> each.split("-"))
                        .map(ends -> new Piece(Long.parseLong(ends[0]), Long.parseLong(ends[1])))
                        .toList();
    }

    void note(long input, int chunk, List<NotedPacket> packets) {
        sql.sql("INSERT INTO input_packets (input_id, number, packets) VALUES (:input, :number, :packets)"
                        + " ON DUPLICATE KEY UPDATE packets = :packets")
                .param("input", input)
                .param("number", chunk)
                .param("packets", PacketNotes.write(packets))
                .update();
    }

    /** What was noted when some chunks were known, in order. */
    List<NotedPacket> noted(long input, int first, int last) {
        List<NotedPacket> all = new ArrayList<>();
        sql.sql("SELECT packets FROM input_packets WHERE input_id = :input AND number BETWEEN :first AND :last"
                        + " ORDER BY number")
                .param("input", input)
                .param("first", first)
                .param("last", last)
                .query((row, n) -> row.getBytes("packets"))
                .list()
                .forEach(each -> all.addAll(PacketNotes.read(each)));
        return all;
    }
}
