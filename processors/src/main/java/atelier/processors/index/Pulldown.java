package atelier.processors.index;

/**
 * Film of 23.976 pictures a second that was spread over the fields of 29.97 (3:2 pull-down). Of each five pictures one holds nothing new:
 * FFmpeg's {@code decimate} leaves four, and what remains behind the last five. So how many a chunk shows, and when, follows from how
 * many it has: no picture need be decoded to plan it.
 */
final class Pulldown {
    private static final int PICTURES = 5;
    private static final int FILM = 4;

    /** The grid on which pictures of video and of film can be told. */
    private static final int FINER = 4;

    private Pulldown() {}

    /** The timeline of video, finer, so that the film's pictures lie on it. */
    static Timeline finer(Timeline video) {
        return new Timeline(video.timeBase(), video.timescale() * FINER, video.frameTicks() * FINER);
    }

    /** Duration of a picture of the film. */
    static long filmTicks(long videoTicks) {
        return videoTicks * PICTURES / FILM;
    }

    /** When each picture of the film is shown that was spread over so many of video, in ticks from the first. */
    static long[] times(int pictures, long videoTicks) {
        int even = pictures / PICTURES * FILM;
        long[] times = new long[pictures - pictures / PICTURES];
        for (int i = 0; i < times.length; i++) {
            times[i] = Math.min(i, even) * filmTicks(videoTicks) + Math.max(0, i - even) * videoTicks;
        }
        return times;
    }

    /** FFmpeg's filters that leave these pictures, and give them these times. */
    static String filters(ChunkSpan span) {
        long video = span.nominalTicks() * FILM / PICTURES;
        long even = span.durationTicks() / video / PICTURES * FILM;
        return "decimate,settb=1/" + span.timescale() + ",setpts=min(N\\," + even + ")*" + span.nominalTicks()
                + "+max(0\\,N-" + even + ")*" + video;
    }
}
