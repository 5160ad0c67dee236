package atelier.processors.encode;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.processors.index.ChunkSpan;
import atelier.processors.index.Ratio;
import atelier.processors.ladder.FrameSize;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class PosterCommandTest {

    @Test
    void theMostRepresentativeOfTheFirstPicturesIsTaken() {
        ChunkSpan span = new ChunkSpan(0, 0, 1200, 30, 12_500, 0, 15_000, 500, 500, List.of(0L), List.of(0L));
        PosterCommand command = new PosterCommand(
                new EncodeInput(Path.of("/sources/a.mkv"), List.of("-protocol_whitelist", "file"), 0),
                new Ratio(1, 1000),
                span,
                new FrameSize(722, 406),
                Recipes.POSTER);

        assertThat(String.join(
                        " ", command.writing(Path.of("/work/job/poster.jpg")).arguments()))
                .isEqualTo("""
                -hide_banner -nostdin -v warning -benchmark -threads 1 -protocol_whitelist file -noaccurate_seek \
                -seek_timestamp 1 -ss 0.000500 -copyts -i file:/sources/a.mkv -map 0:0 -map_metadata -1 \
                -filter_threads 1 -vf trim=start_pts=0:end_pts=1200,scale=722:406:flags=bicubic:out_range=full,\
                setsar=1,format=yuvj420p,thumbnail=30 -frames:v 1 -update 1 -c:v mjpeg -q:v 3 -threads 1 -f image2 \
                -stats_period 0.5 -progress pipe:1 -nostats -y /work/job/poster.jpg""");
    }

    @Test
    void aFilmOfOnePictureHasThatOne() {
        ChunkSpan span = new ChunkSpan(0, 0, 40, 1, 12_500, 0, 500, 500, 500, List.of(0L), List.of(0L));
        PosterCommand command = new PosterCommand(
                new EncodeInput(Path.of("/sources/a.mkv"), List.of(), 0),
                new Ratio(1, 1000),
                span,
                new FrameSize(722, 406),
                Recipes.POSTER);

        assertThat(command.writing(Path.of("/work/job/poster.jpg")).arguments())
                .as("the filter refuses a 1")
                .anyMatch(each -> each.endsWith("thumbnail=2"));
    }
}
