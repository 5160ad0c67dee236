package atelier.routes.http;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.config.Home;
import atelier.processors.store.FolderStore;
import atelier.processors.store.Store;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoredTextsTest {
    private static final String KEY = "media/mila/sunset/master.m3u8";

    @TempDir
    Path folder;

    private Store store;
    private StoredTexts texts;

    @BeforeEach
    void begin() {
        Home home = new Home(folder);
        store = new FolderStore(home.store());
        texts = new StoredTexts(new StoredObjects(store, home));
    }

    private void put(String text) {
        store.put(KEY, text.getBytes(StandardCharsets.UTF_8));
    }

    private String read() {
        return new String(texts.find(KEY).orElseThrow().plain(), StandardCharsets.UTF_8);
    }

    @Test
    void whatDidNotChangeIsReadOnceAndWhatDidIsReadAgain() {
        put("one");
        StoredText first = texts.find(KEY).orElseThrow();

        assertThat(texts.find(KEY).orElseThrow()).isSameAs(first);
        put("two");
        assertThat(read()).isEqualTo("two");
        assertThat(texts.find(KEY).orElseThrow().etag()).isNotEqualTo(first.etag());
    }

    @Test
    void whatIsRemovedIsNotThere() {
        put("one");
        read();
        store.delete(KEY);

        assertThat(texts.find(KEY)).isEmpty();
    }

    @Test
    void whatIsLongIsPackedAndUnpacksToTheSame() throws IOException {
        put("#EXTINF:6.006,\n".repeat(100));
        StoredText text = texts.find(KEY).orElseThrow();

        byte[] packed = text.packed().orElseThrow();
        try (GZIPInputStream content = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            assertThat(content.readAllBytes()).isEqualTo(text.plain());
        }
        assertThat(packed).hasSizeLessThan(200);
        put("short");
        assertThat(texts.find(KEY).orElseThrow().packed()).isEmpty();
    }

    @Test
    void moreThanIsKeptIsStillRead() {
        String large = "x".repeat(700_000);
        for (int number = 0; number < 60; number++) {
            store.put("media/" + number + ".m3u8", (number + large).getBytes(StandardCharsets.UTF_8));
        }
        for (int number = 0; number < 60; number++) {
            assertThat(texts.find("media/" + number + ".m3u8").orElseThrow().plain())
                    .startsWith(Integer.toString(number).getBytes(StandardCharsets.UTF_8));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "                       | false",
                "''                     | false",
                "gzip                   | true",
                "GZIP, deflate, br      | true",
                "br, gzip;q=0.5         | true",
                "br, gzip;q=0           | false",
                "gzip;q=0.000           | false",
                "*                      | true",
                "identity, *;q=0        | false",
                "br                     | false",
                ";,;;q=,                | false"
            })
    void onlyWhoCanUnpackItGetsItPacked(String header, boolean expected) {
        assertThat(Encodings.takesGzip(header)).isEqualTo(expected);
    }
}
