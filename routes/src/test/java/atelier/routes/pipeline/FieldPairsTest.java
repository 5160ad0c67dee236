package atelier.routes.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Broadcasts and camcorders code each field of a picture alone. */
@PipelineSuite
class FieldPairsTest {
    private static final int PICTURES = 48;

    @Autowired
    private Studio studio;

    @Autowired
    private MediaReader media;

    @Autowired
    private Published published;

    @TempDir
    private Path folder;

    /** As it was broadcast, and put into another container as it is. */
    @ParameterizedTest
    @ValueSource(strings = {"ts", "mp4", "mkv"})
    void ofTwoFieldsThatAreCodedAloneOnePictureIsShown(String extension) throws IOException {
        Path stream = Files.write(folder.resolve("fields.h264"), FieldPictures.stream(PICTURES));
        Path broadcast = folder.resolve("broadcast.ts");
        Path source = folder.resolve("fields." + extension);
        media.ffmpeg("-fflags", "+genpts", "-r", "50", "-i", stream.toString(), "-c", "copy", broadcast.toString());
        media.ffmpeg("-i", broadcast.toString(), "-c", "copy", source.toString());

        String slug = "fields/paired-" + extension;
        studio.drop(source, slug + "." + extension);
        List<String> renditions = Published.videos(studio.ready(slug));

        assertThat(renditions).isNotEmpty();
        for (String rendition : renditions) {
            Path file = published.file(slug, rendition, folder);
            Pictures made = media.coded(file);
            assertThat(made.count()).isEqualTo(PICTURES);
            assertThat(Arrays.stream(made.spacing()).boxed())
                    .allSatisfy(each -> assertThat(each).isCloseTo(0.04, within(1e-5)));
            assertThat(new MatrixReading(media, file).combed()).isLessThan(PICTURES / 5);
        }
    }
}
