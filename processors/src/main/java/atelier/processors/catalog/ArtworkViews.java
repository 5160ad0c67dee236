package atelier.processors.catalog;

import atelier.processors.catalog.ArtworkAddresses.Poster;
import atelier.processors.spherical.Projection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Makes what the API shows of the catalogue. */
public final class ArtworkViews {
    private final Artworks artworks;
    private final Editions editions;
    private final ArtworkAddresses addresses;
    private final ArtworkLists lists;
    private final RenditionViews renditions;

    public ArtworkViews(
            JdbcClient sql,
            Artworks artworks,
            VideoFormats formats,
            Editions editions,
            Plans plans,
            OnDemand onDemand) {
        this.artworks = artworks;
        this.editions = editions;
        this.addresses = new ArtworkAddresses(sql, plans, onDemand);
        this.lists = new ArtworkLists(sql);
        this.renditions = new RenditionViews(sql, formats, plans);
    }

    public Optional<ArtworkView> find(String slug) {
        return artworks.find(slug).map(this::view);
    }

    public Optional<ArtworkView> find(long id) {
        return artworks.find(id).map(this::view);
    }

    /** A page of those that somebody may see: see {@link ArtworkLists#page}. */
    public List<ArtworkView> page(String text, Access access, int offset, int limit) {
        return lists.page(text, access, offset, limit).stream()
                .map(this::view)
                .map(access::seen)
                .toList();
    }

    /** How many {@link #page} has in all. */
    public long count(String text, Access access) {
        return lists.count(text, access);
    }

    private ArtworkView view(Artwork artwork) {
        RenditionViews.Shown shown = renditions.of(artwork);
        Optional<Poster> poster = addresses.poster(artwork);
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
                published(artwork.projection()),
                artwork.stereo(),
                artwork.advice().findings(),
                artwork.advice().suggestion().map(Projection::text),
                edition.isPresent(),
                poster.map(Poster::jpeg),
                poster.flatMap(Poster::webp),
                edition.flatMap(current -> addresses.storyboard(artwork, current)),
                edition.map(current -> addresses.playback(artwork, current)),
                lists.sameAs(artwork.id()),
                shown.share(),
                shown.renditions(),
                shown.leftOut(),
                shown.notMade());
    }

    /** What players are given: cubes are unfolded. */
    private static String published(String projection) {
        return Projection.of(projection)
                .map(Projection::published)
                .map(Projection::text)
                .orElse(projection);
    }
}
