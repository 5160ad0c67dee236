package atelier.routes.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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

    @Test
    void ofTwoFieldsThatAreCodedAloneOnePictureIsShown() throws IOException {
        Path stream = Files.write(folder.resolve("fields.h264"), FieldPictures.stream(PICTURES));
        Path source = folder.resolve("fields.ts");
        media.ffmpeg("-fflags", "+genpts", "-r", "50", "-i", stream.toString(), "-c", "copy", source.toString());

        studio.drop(source, "fields/paired.ts");
        List<String> renditions = Published.videos(studio.ready("fields/paired"));

        assertThat(renditions).isNotEmpty();
        for (String rendition : renditions) {
            Path file = published.file("fields/paired", rendition, folder);
            Pictures made = media.coded(file);
            assertThat(made.count()).isEqualTo(PICTURES);
            assertThat(Arrays.stream(made.spacing()).boxed())
                    .allSatisfy(each -> assertThat(each).isCloseTo(0.04, within(1e-5)));
            assertThat(new MatrixReading(media, file).combed()).isLessThan(PICTURES / 5);
        }
    }
}
