package atelier.routes.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WantedTest {
    private static Wanted get(String uri) {
        return Wanted.of("GET", uri);
    }

    @ParameterizedTest
    @CsvSource({
        "/media/mila/sunset/master.m3u8, mila/sunset",
        "/media/mila/sunset/editions/12/SD.m3u8, mila/sunset",
        "/media/mila/sunset/HD.mp4, mila/sunset",
        "/media/sunset/current.json, sunset",
        "/media/mila/un%20%C3%A9t%C3%A9/HD.mp4, mila/un été",
        "/%6dedia/mila/sunset/HD.mp4, mila/sunset",
        "/whole/mila/sunset/3/master.m3u8, mila/sunset",
        "/whole/mila/sunset/3/stored.json, mila/sunset"
    })
    void playlistsAndFilesAreAnArtworks(String uri, String slug) {
        assertThat(get(uri)).isEqualTo(new Wanted.Media(slug));
    }

    @Test
    void whatIsStoredIsAnOutputs() {
        assertThat(get("/chunks/ab/0/00000.m4s")).isEqualTo(new Wanted.Chunk("/chunks/ab/"));
        assertThat(get("/chunks/ab/init.mp4")).isEqualTo(new Wanted.Chunk("/chunks/ab/"));
    }

    @Test
    void readingAnArtworkIsForItsOwnerAndChangingItForThoseWhoManage() {
        assertThat(get("/api/artworks/mila/sunset/stream")).isEqualTo(new Wanted.Artwork("mila/sunset/stream"));
        assertThat(get("/api/viewing/mila/sunset")).isEqualTo(new Wanted.Artwork("mila/sunset"));
        assertThat(Wanted.of("POST", "/api/artworks/mila/sunset/retry")).isEqualTo(new Wanted.Managing());
        assertThat(Wanted.of("DELETE", "/api/artworks/mila/sunset/overrides/HD"))
                .isEqualTo(new Wanted.Managing());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/artworks", "/api/events", "/api/playback"})
    void listsAndEventsAreForAllWhoMaySeeSomething(String path) {
        assertThat(get(path)).isEqualTo(new Wanted.Artworks());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/work",
                "/api/gc",
                "/api/playlists/foyer",
                "/api/what-comes-later",
                "/actuator/prometheus",
                "/actuator/health"
            })
    void whatIsNotNamedIsForThoseWhoManage(String path) {
        assertThat(get(path)).isEqualTo(new Wanted.Managing());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/watch/mila/sunset", "/assets/watch.js", "/actuator/health/readiness"})
    void pagesAreForAll(String path) {
        assertThat(get(path)).isEqualTo(new Wanted.Page());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/media/mila/../noor/tide/HD.mp4",
                "/media/mila/%2e%2e/noor/tide/HD.mp4",
                "/media;a=b/mila/sunset/HD.mp4",
                "//media/mila/sunset/HD.mp4",
                "/api/artworks/mila%5C..%5Cnoor",
                "/media/%zz"
            })
    void whatCouldBeReadInTwoWaysIsUnclear(String uri) {
        assertThat(get(uri)).isEqualTo(new Wanted.Unclear());
    }

    @Test
    void aSemicolonInANameIsClear() {
        assertThat(get("/media/mila/a%3Bb/HD.mp4")).isEqualTo(new Wanted.Media("mila/a;b"));
    }
}
