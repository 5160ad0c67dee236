package atelier.processors.probe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What idet said of pictures: T and B repeat an upper or a lower field; small letters say how a picture was scanned. */
class FieldPatternTest {
    /** Of a film of a singer, made small and telecined. */
    private static final String FILM = "-p -t Tt -t Bt ".repeat(7);

    @Test
    void repeatsOfEveryFifthPictureAreFilm() {
        FieldPattern pattern = pattern(FILM);

        assertThat(pattern.isTold()).isTrue();
        assertThat(pattern.isFilm()).isTrue();
        assertThat(pattern.isTopFirst()).isTrue();
    }

    @Test
    void filmOfWhichTheLowerFieldIsTheEarlierIsToldByItsScan() {
        FieldPattern pattern = pattern("-p -b Bb -b Tb ".repeat(7));

        assertThat(pattern.isFilm()).isTrue();
        assertThat(pattern.isTopFirst()).isFalse();
    }

    @Test
    void repeatsThatNoiseHidesAreMissedOnlyWhereTheyAreMany() {
        assertThat(pattern("-p -t Tt -t -t -p -t -t -t Bt ".repeat(4)).isFilm()).isTrue();
        assertThat(pattern("-p -t Tt -t -t -p -t -t -t -t -p -t -t -t -t ".repeat(3))
                        .isFilm())
                .isFalse();
    }

    @Test
    void fieldsOfVideoAreNoFilm() {
        FieldPattern pattern = pattern("-t ".repeat(40));

        assertThat(pattern.isTold()).isTrue();
        assertThat(pattern.isFilm()).isFalse();
    }

    @Test
    void wholePicturesThatMoveAreNoFilm() {
        assertThat(pattern("-p ".repeat(40)).isTold()).isTrue();
        assertThat(pattern("-p ".repeat(40)).isFilm()).isFalse();
    }

    @Test
    void repeatsThatComeAtRandomAreNoFilm() {
        assertThat(pattern("-t Tt -t -t Bt Tt -t Bt -t -t -t Tt Bt -t -t Bt -t Tt -t -t ".repeat(2))
                        .isFilm())
                .isFalse();
    }

    @Test
    void ofPicturesThatStandStillNothingIsTold() {
        assertThat(pattern("-u ".repeat(38) + "-t -t").isTold()).isFalse();
    }

    private static FieldPattern pattern(String pictures) {
        FieldPattern pattern = new FieldPattern();
        for (String picture : pictures.trim().split(" ")) {
            String repeated = switch (picture.charAt(0)) {
                case 'T' -> "top";
                case 'B' -> "bottom";
                default -> "neither";
            };
            String scanned = switch (picture.charAt(1)) {
                case 't' -> "tff";
                case 'b' -> "bff";
                case 'p' -> "progressive";
                default -> "undetermined";
            };
            pattern.accept("frame:0    pts:0       pts_time:0");
            pattern.accept("lavfi.idet.repeated.current_frame=" + repeated);
            pattern.accept("lavfi.idet.repeated.top=1.00");
            pattern.accept("lavfi.idet.single.current_frame=" + scanned);
        }
        return pattern;
    }
}
