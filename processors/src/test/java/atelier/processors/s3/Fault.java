package atelier.processors.s3;

import java.time.Duration;

/** What goes wrong between a client and a bucket. */
public sealed interface Fault {

    /** Nothing. */
    record None() implements Fault {}

    /**
     * The server refuses, and does nothing.
     *
     * @param code its own, as {@code SlowDown}
     */
    record Answer(int status, String code) implements Fault {}

    /** The connection breaks while the request is sent; the server sees a part of it. */
    record CutRequest(int afterBytes) implements Fault {}

    /** The connection breaks while the answer is sent. */
    record CutAnswer(int afterBytes) implements Fault {}

    /** The server does what it is asked to, and nobody hears of it. */
    record LoseAnswer() implements Fault {}

    /** The answer comes late. */
    record Delay(Duration by) implements Fault {}

    /** There is nobody: the connection ends at once. */
    record Away() implements Fault {}
}
