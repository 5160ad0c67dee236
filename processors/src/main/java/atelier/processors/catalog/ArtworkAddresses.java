package atelier.processors.catalog;

import atelier.config.Recipe;
import atelier.processors.catalog.ArtworkView.Playback;
import atelier.processors.ladder.FlatView;
import atelier.processors.spherical.Sphere;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiPredicate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tells where what is published of artworks is found. */
final class ArtworkAddresses {
    private final JdbcClient sql;
    private final Plans plans;
    private final OnDemand onDemand;
    private final Json json = new Json();

    ArtworkAddresses(JdbcClient sql, Plans plans, OnDemand onDemand) {
        this.sql = sql;
        this.plans = plans;
        this.onDemand = onDemand;
    }

    /** Where an edition can be played. */
    Playback playback(Artwork artwork, Edition edition) {
        return new Playback(
                edition.number(),
                MediaAddress.path(MediaAddress.ofEdition(artwork.slug(), edition.number(), "master.m3u8")),
                whole(artwork, edition),
                sphere(artwork, edition, MediaAddress.FLAT, FlatView::isMade),
                sphere(artwork, edition, MediaAddress.APPLE, ArtworkAddresses::isForApple),
                onDemand.of(artwork, edition));
    }

    /** Of what is sealed everything is there. */
    private Optional<String> whole(Artwork artwork, Edition edition) {
        return Optional.of(edition)
                .filter(current ->
                        current.state().equals("growing") && artwork.planId().equals(OptionalLong.of(current.planId())))
                .flatMap(current -> plans.find(current.planId()))
                .map(plan -> MediaAddress.path(MediaAddress.whole(artwork.slug(), plan.number(), "master.m3u8")));
    }

    /** A multivariant playlist of a sphere, which an edition has that has such a video. */
    private Optional<String> sphere(Artwork artwork, Edition edition, String file, BiPredicate<Recipe, Sphere> listed) {
        return plans.find(edition.planId())
                .filter(plan -> plan.sphere().isRound())
                .filter(plan -> plans.renditions(plan.id()).stream().anyMatch(each -> {
                    Recipe recipe = json.read(each.recipe(), Recipe.class);
                    return recipe.kind() == Recipe.Kind.VIDEO
                            && edition.renditions().contains(each.formatType())
                            && listed.test(recipe, plan.sphere());
                }))
                .map(plan -> MediaAddress.ofEdition(artwork.slug(), edition.number(), file))
                .map(MediaAddress::path);
    }

    /** They turn HEVC alone. */
    private static boolean isForApple(Recipe recipe, Sphere sphere) {
        return recipe.codec().equals("hevc") && !FlatView.isMade(recipe, sphere);
    }

    /** That of the newest plan that has one: while another is made, the one before is shown. */
    Optional<Poster> poster(Artwork artwork) {
        return sql.sql("""
                        SELECT r.fingerprint, o.webp_bytes IS NOT NULL AS webp FROM rendition_chunks r
                        JOIN plans p ON p.id = r.plan_id
                        JOIN outputs o ON o.fingerprint = r.fingerprint
                        WHERE p.artwork_id = :artwork AND o.kind = 'POSTER' AND o.state = 'made'
                        ORDER BY p.id DESC LIMIT 1""")
                .param("artwork", artwork.id())
                .query((row, n) -> new Poster(row.getString("fingerprint"), row.getBoolean("webp")))
                .optional();
    }

    /** A poster, and whether it is there as WebP, too. */
    record Poster(String fingerprint, boolean hasWebp) {
        String jpeg() {
            return MediaAddress.path(MediaAddress.poster(fingerprint));
        }

        Optional<String> webp() {
            return hasWebp ? Optional.of(MediaAddress.path(MediaAddress.posterWebp(fingerprint))) : Optional.empty();
        }
    }

    /** A sealed edition has one if any of its chunks has small pictures. */
    Optional<String> storyboard(Artwork artwork, Edition edition) {
        boolean there = edition.state().equals("sealed")
                && sql.sql("""
                        SELECT EXISTS (SELECT 1 FROM edition_segments s JOIN outputs o ON o.fingerprint = s.fingerprint
                            WHERE s.edition_id = :edition AND o.sheet_bytes > 0)""").param("edition", edition.id()).query(Long.class).single() > 0;
        return Optional.of(MediaAddress.ofEdition(artwork.slug(), edition.number(), MediaAddress.STORYBOARD))
                .filter(key -> there)
                .map(MediaAddress::path);
    }
}
