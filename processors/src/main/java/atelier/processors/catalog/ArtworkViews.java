package atelier.processors.catalog;

import atelier.processors.catalog.ArtworkView.Playback;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Makes what the API shows of the catalogue. */
public final class ArtworkViews {
    private final JdbcClient sql;
    private final Artworks artworks;
    private final VideoFormats formats;
    private final Editions editions;
    private final Plans plans;

    public ArtworkViews(JdbcClient sql, Artworks artworks, VideoFormats formats, Editions editions, Plans plans) {
        this.sql = sql;
        this.artworks = artworks;
        this.formats = formats;
        this.editions = editions;
        this.plans = plans;
    }

    public Optional<ArtworkView> find(String slug) {
        return artworks.find(slug).map(this::view);
    }

    public Optional<ArtworkView> find(long id) {
        return artworks.find(id).map(this::view);
    }

    /** A page of those that somebody may see: see {@link Artworks#page}. */
    public List<ArtworkView> page(String text, Access access, int offset, int limit) {
        return artworks.page(text, access, offset, limit).stream()
                .map(this::view)
                .map(access::seen)
                .toList();
    }

    private ArtworkView view(Artwork artwork) {
        Map<String, Progress> progress =
                artwork.planId().isPresent() ? progressOf(artwork.planId().getAsLong()) : Map.of();
        List<VideoFormat> rows = formats.of(artwork.id());
        Map<String, RenditionView> renditions = new TreeMap<>();
        rows.stream()
                .filter(row -> !row.formatType().equals(VideoFormat.SOURCE))
                .forEach(row -> renditions.put(
                        row.formatType(),
                        rendition(
                                row,
                                progress.getOrDefault(row.formatType(), Progress.NONE),
                                Readiness.segments(artwork.durationMillis()))));
        Optional<Edition> edition = editions.current(artwork.id());
        return new ArtworkView(
                artwork.slug(),
                artwork.title(),
                artwork.state().text(),
                artwork.error(),
                artwork.durationMillis().isPresent()
                        ? OptionalDouble.of(artwork.durationMillis().getAsLong() / 1000.0)
                        : OptionalDouble.empty(),
                artwork.width(),
                artwork.height(),
                artwork.projection(),
                artwork.stereo(),
                edition.isPresent(),
                poster(artwork),
                edition.flatMap(current -> storyboard(artwork, current)),
                edition.map(current -> new Playback(
                        current.number(),
                        MediaAddress.path(MediaAddress.ofEdition(artwork.slug(), current.number(), "master.m3u8")),
                        whole(artwork, current))),
                artworks.sameAs(artwork.id()),
                share(artwork, progress),
                renditions);
    }

    /** Of what is sealed everything is there. */
    private Optional<String> whole(Artwork artwork, Edition edition) {
        return Optional.of(edition)
                .filter(current ->
                        current.state().equals("growing") && artwork.planId().equals(OptionalLong.of(current.planId())))
                .flatMap(current -> plans.find(current.planId()))
                .map(plan -> MediaAddress.path(MediaAddress.whole(artwork.slug(), plan.number(), "master.m3u8")));
    }

    /** That of the newest plan that has one: while another is made, the one before is shown. */
    private Optional<String> poster(Artwork artwork) {
        return sql.sql("""
                        SELECT r.fingerprint FROM rendition_chunks r
                        JOIN plans p ON p.id = r.plan_id
                        JOIN outputs o ON o.fingerprint = r.fingerprint
                        WHERE p.artwork_id = :artwork AND o.kind = 'POSTER' AND o.state = 'made'
                        ORDER BY p.id DESC LIMIT 1""")
                .param("artwork", artwork.id())
                .query(String.class)
                .optional()
                .map(fingerprint -> MediaAddress.path(MediaAddress.poster(fingerprint)));
    }

    /** A sealed edition has one if any of its chunks has small pictures. */
    private Optional<String> storyboard(Artwork artwork, Edition edition) {
        boolean there = edition.state().equals("sealed")
                && sql.sql("""
                        SELECT EXISTS (SELECT 1 FROM edition_segments s JOIN outputs o ON o.fingerprint = s.fingerprint
                            WHERE s.edition_id = :edition AND o.sheet_bytes > 0)""").param("edition", edition.id()).query(Long.class).single() > 0;
        return Optional.of(MediaAddress.ofEdition(artwork.slug(), edition.number(), MediaAddress.STORYBOARD))
                .filter(key -> there)
                .map(MediaAddress::path);
    }

    private static RenditionView rendition(VideoFormat row, Progress progress, int enough) {
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
                row.origin().equals("override") ? "override" : "encoded");
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
