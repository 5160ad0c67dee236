package atelier.processors.encode;

import atelier.processors.index.ChunkSpan;

/** How hard an encoder tries. What is in a stream's parameter sets is the same of both, so that chunks of both join. */
enum Effort {
    /** As the recipe says. */
    USUAL(""),
    /**
     * Twice the bits wherever the cap leaves them, and a closer look. A lower CRF would stand in x264's parameter sets, and so
     * would psychovisual tuning, which comes with that look.
     */
    MORE(":subme=7:trellis=1:psy=0");

    /** Of SVT-AV1's scale: about twice the bits. */
    private static final int BETTER = 10;

    private final String closer;

    Effort(String closer) {
        this.closer = closer;
    }

    /** What is added to x264's parameters for a chunk. */
    String x264(ChunkSpan span) {
        return this == USUAL ? "" : zones(span) + closer;
    }

    /** What is added to x265's parameters for a chunk. */
    String x265(ChunkSpan span) {
        return this == USUAL ? "" : zones(span);
    }

    /** SVT-AV1's constant quality: it is in each picture's header, not in those of all. */
    int av1(int crf) {
        return this == USUAL ? crf : Math.max(1, crf - BETTER);
    }

    private static String zones(ChunkSpan span) {
        return ":zones=0," + Math.max(0, span.frames() - 1) + ",b=2";
    }
}
