package atelier.processors.encode;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.processors.ffmpeg.Command;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class AudioCommandTest {
    private static final EncodeInput INPUT =
            new EncodeInput(Path.of("/sources/a.ts"), List.of("-protocol_whitelist", "file"), 1);
    private static final Path OUTPUT = Path.of("/work/job/encoded.mp4");

    @Test
    void soundIsMovedToThePicturesFilledUpWithSilenceAndCutOffAtTheirEnd() {
        AudioCommand command = new AudioCommand(
                INPUT, new SoundPart.Whole(1_400_000, OptionalLong.of(12_000)), Recipes.AUDIO, Optional.empty());

        Command written = command.writing(OUTPUT);

        assertThat(String.join(" ", written.arguments())).isEqualTo("""
                -hide_banner -nostdin -v warning -benchmark -threads 1 -protocol_whitelist file -copyts \
                -i file:/sources/a.ts -map 0:1 -vn -sn -dn -map_metadata -1 -map_chapters -1 -filter_threads 1 \
                -af asetpts=PTS-(1.400000)/TB,aresample=48000:async=1:first_pts=0,apad=whole_dur=12.000000,\
                atrim=end=12.000000,asetpts=N/SR/TB -c:a aac -b:a 128k -ac 2 -threads 1 -flags:a +bitexact \
                -use_editlist 0 -avoid_negative_ts disabled -frag_duration 500000 -flush_packets 1 \
                -movflags +cmaf+empty_moov+default_base_moof -f mp4 -stats_period 0.2 -progress pipe:1 -nostats -y \
                /work/job/encoded.mp4""");
    }

    @Test
    void nothingIsSharedBetweenChannelsThatAreToBeTurned() {
        AudioCommand command = new AudioCommand(
                INPUT, new SoundPart.Whole(0, OptionalLong.empty()), Recipes.AMBISONIC, Optional.of("channelmap=all"));

        assertThat(String.join(" ", command.writing(OUTPUT).arguments()))
                .contains("asetpts=N/SR/TB,channelmap=all -c:a aac -b:a 256k -aac_is 0 -aac_pns 0 -threads 1")
                .doesNotContain("-ac ");
    }

    @Test
    void picturesWithoutAKnownEndCutNothingOffAndWhatIsAmbisonicIsMixedLast() {
        AudioCommand command = new AudioCommand(
                INPUT, new SoundPart.Whole(0, OptionalLong.empty()), Recipes.AUDIO, Optional.of("pan=mixed"));

        assertThat(command.writing(OUTPUT).arguments())
                .contains("asetpts=PTS-(0.000000)/TB,aresample=48000:async=1:first_pts=0,asetpts=N/SR/TB,pan=mixed");
    }
}
