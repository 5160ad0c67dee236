package atelier.processors.catalog;

import atelier.processors.catalog.RenditionView.Quality;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Shows how far an artwork's renditions are. */
final class RenditionViews {
    private final JdbcClient sql;
    private final VideoFormats formats;
    private final MissingEncoders missing;
    private final QualityViews qualities;
    private final Plans plans;

    RenditionViews(JdbcClient sql, VideoFormats formats, Plans plans) {
        this.sql = sql;
        this.plans = plans;
        this.formats = formats;
        this.missing = new MissingEncoders(sql);
        this.qualities = new QualityViews(sql);
    }

    /**
     * What is shown of them.
     *
     * @param renditions by name
     * @param share how much of the artwork is made, from 0 to 1
     * @param leftOut which lower one shows as much, by the names of those that are left out for that
     * @param notMade why, by the names of those that are left out for other reasons
     */
    record Shown(
            Map<String, RenditionView> renditions,
            double share,
            Map<String, String> leftOut,
            Map<String, String> notMade) {}

    /** What is shown of an artwork's renditions. */
    Shown of(Artwork artwork) {
        Map<String, Progress> progress =
                artwork.planId().isPresent() ? progressOf(artwork.planId().getAsLong()) : Map.of();
        Map<String, String> waiting =
                artwork.state() == ArtworkState.ENCODING && artwork.planId().isPresent()
                        ? missing.ofPlan(artwork.planId().getAsLong())
                        : Map.of();
        List<PlanNote> notes =
                artwork.planId().isPresent() ? plans.notes(artwork.planId().getAsLong()) : List.of();
        Map<String, String> otherwise = texts(notes, false);
        Map<String, Quality> chosen = qualities.of(artwork.id());
        List<VideoFormat> rows = formats.of(artwork.id());
        Map<String, RenditionView> renditions = new TreeMap<>();
        rows.stream()
                .filter(row -> !row.formatType().equals(VideoFormat.SOURCE))
                .forEach(row -> renditions.put(
                        row.formatType(),
                        rendition(
                                row,
                                progress.getOrDefault(row.formatType(), Progress.NONE),
                                Optional.ofNullable(waiting.get(row.formatType())),
                                Readiness.segments(artwork.durationMillis()),
                                Optional.ofNullable(otherwise.get(row.formatType())),
                                Optional.ofNullable(chosen.get(row.formatType())))));
        Map<String, String> leftOut = qualities.leftOut(artwork.id());
        Map<String, String> notMade = texts(notes, true);
        notMade.keySet().removeAll(leftOut.keySet());
        return new Shown(renditions, share(artwork, progress), leftOut, notMade);
    }

    private static Map<String, String> texts(List<PlanNote> notes, boolean leftOut) {
        Map<String, String> texts = new TreeMap<>();
        notes.stream()
                .filter(note -> note.leftOut() == leftOut)
                .forEach(note -> texts.put(note.formatType(), note.text()));
        return texts;
    }

    private static RenditionView rendition(
            VideoFormat row,
            Progress progress,
            Optional<String> waitsFor,
            int enough,
            Optional<String> note,
            Optional<Quality> quality) {
        boolean complete = row.state().equals("complete");
        return new RenditionView(
                complete || progress.segments() >= enough,
                complete,
                row.state().equals("failed"),
                row.error(),
                progress.segments(),
                Math.max(progress.expected(), progress.segments()),
                complete ? row.fileHash() : Optional.empty(),
                complete ? row.fileSize().orElse(progress.bytes()) : progress.bytes(),
                waitsFor,
                row.origin().equals("override") ? "override" : "encoded",
                note,
                quality);
    }

    private double share(Artwork artwork, Map<String, Progress> progress) {
        if (artwork.state() == ArtworkState.READY) {
            return 1;
        }
        List<Progress> timed =
                progress.values().stream().filter(Progress::timed).toList();
        long made = timed.stream().mapToLong(Progress::madeMillis).sum();
        long renditions =
                artwork.planId().isPresent() ? timedRenditions(artwork.planId().getAsLong()) : 0;
        return ArtworkProgress.of(made, artwork.durationMillis().orElse(0), Math.max(renditions, timed.size()));
    }

    /** Of all that a plan makes, also of those of which no chunk is planned yet. */
    private long timedRenditions(long planId) {
        return sql.sql("""
                        SELECT COUNT(*) FROM plan_renditions
                        WHERE plan_id = :plan AND COALESCE(JSON_VALUE(recipe, '$.kind'), 'VIDEO') IN ('VIDEO', 'AUDIO')""").param("plan", planId).query(Long.class).single();
    }

    private Map<String, Progress> progressOf(long planId) {
        return sql
                .sql("""
                        SELECT f.format_type, o.kind IN ('VIDEO', 'AUDIO') AS timed, SUM(r.expected_segments) AS expected,
                            SUM(IF(o.state = 'made', r.duration_ms, 0)) AS made_ms,
                            SUM((SELECT COUNT(*) FROM segments s WHERE s.fingerprint = r.fingerprint)) AS segments,
                            SUM(o.bytes) AS bytes
                        FROM rendition_chunks r
                        JOIN video_formats f ON f.id = r.video_format_id
                        JOIN outputs o ON o.fingerprint = r.fingerprint
                        WHERE r.plan_id = :plan GROUP BY f.format_type, timed""")
                .param("plan", planId)
                .query((row, n) -> new Progress(
                        row.getString("format_type"),
                        row.getBoolean("timed"),
                        row.getInt("expected"),
                        row.getInt("segments"),
                        row.getLong("made_ms"),
                        row.getLong("bytes")))
                .list()
                .stream()
                .collect(Collectors.toMap(Progress::formatType, Function.identity()));
    }

    private record Progress(String formatType, boolean timed, int expected, int segments, long madeMillis, long bytes) {
        static final Progress NONE = new Progress("", false, 0, 0, 0, 0);
    }
}
