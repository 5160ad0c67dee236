package atelier.config;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Every setting of Atelier. Each is a Spring property below {@code atelier.}, so each can come from the environment.
 *
 * @param home the folder that holds inbox, rejected, sources, store, work, db and tools
 * @param node what this process is among those on the same database
 * @param database where the catalogue is kept
 * @param ffmpeg which FFmpeg is called
 * @param inbox when a copy counts as finished
 * @param limits what is refused, and what one call of FFmpeg may use
 * @param work how much is done at a time
 * @param chunks where an input is cut
 * @param quality how alike its source what is encoded must be
 * @param hardware what devices encode and decode
 * @param batch when the library is looked over
 * @param garbage when what nobody needs any more goes
 * @param store where published bytes are kept
 * @param sources where what was delivered is kept
 * @param s3 how buckets are reached
 * @param buckets where artists deliver beside the inbox
 * @param http who may read what is published
 * @param ask how requests wait for what is not made yet
 * @param onDemand what becomes of renditions that are made when they are asked for
 * @param access who may see and change what
 * @param playback for how long what is published can be played by an address
 * @param webhooks other systems that are told what happens
 * @param renditions the recipes by rendition name, from renditions.yml
 * @param spheres the recipes that 360° artworks have in place of the larger ones of them
 */
@ConfigurationProperties("atelier")
public record AtelierProperties(
        @DefaultValue("var") Path home,
        @DefaultValue NodeSettings node,
        @DefaultValue DatabaseSettings database,
        @DefaultValue Ffmpeg ffmpeg,
        @DefaultValue Inbox inbox,
        @DefaultValue Limits limits,
        @DefaultValue Work work,
        @DefaultValue Chunks chunks,
        @DefaultValue QualitySettings quality,
        @DefaultValue HardwareSettings hardware,
        @DefaultValue Batch batch,
        @DefaultValue Garbage garbage,
        @DefaultValue StoreSettings store,
        @DefaultValue SourcesSettings sources,
        @DefaultValue S3Settings s3,
        @DefaultValue List<Bucket> buckets,
        @DefaultValue Http http,
        @DefaultValue Ask ask,
        @DefaultValue OnDemandSettings onDemand,
        @DefaultValue AccessSettings access,
        @DefaultValue PlaybackSettings playback,
        @DefaultValue List<Webhook> webhooks,
        @DefaultValue Map<String, Recipe> renditions,
        @DefaultValue Map<String, Recipe> spheres) {

    /** Whether playlists and segments are given out by signed addresses alone. */
    public boolean signsPlayback() {
        return playback.signed() || access.byToken();
    }

    /**
     * @param folder folder that holds {@code ffmpeg} and {@code ffprobe}; empty: the PATH, then the bundled ones
     * @param grace how long a stopped program may take to end by itself before it is killed
     */
    public record Ffmpeg(
            @DefaultValue("") String folder,
            @DefaultValue("2s") Duration grace) {}

    /**
     * @param poll how often the inbox is looked at
     * @param quiet how long a file whose container is whole must be unchanged
     * @param quietUnknowable how long a file whose container cannot tell must be unchanged
     * @param giveUp after how long unchanged a file with an incomplete container is refused
     */
    public record Inbox(
            @DefaultValue("250ms") Duration poll,
            @DefaultValue("750ms") Duration quiet,
            @DefaultValue("10s") Duration quietUnknowable,
            @DefaultValue("60s") Duration giveUp) {}

    /**
     * @param maxDuration longest source that is taken
     * @param maxSide widest or highest frame that is taken, in pixels
     * @param maxPixels largest frame that is taken, in pixels
     * @param noProgress how long FFmpeg may make no progress; where pictures are larger than 4K, for each 4K of them
     * @param encodePerSecond how long encoding one second of a chunk may take, beside a minute for each call
     * @param memory address space of one FFmpeg process, in bytes: one that wants more is ended
     * @param resident memory that an encoder of pictures larger than 4K may be expected to take, in bytes, by which is planned what is made: renditions that
     *     would take more have 8 bits, or are left out; 0: no bound. What takes more all the same is not ended
     */
    public record Limits(
            @DefaultValue("4h") Duration maxDuration,
            @DefaultValue("16384") int maxSide,
            @DefaultValue("134217728") long maxPixels,
            @DefaultValue("60s") Duration noProgress,
            @DefaultValue("120s") Duration encodePerSecond,
            @DefaultValue("8589934592") long memory,
            @DefaultValue("2000000000") long resident) {}

    /**
     * @param slots how many jobs are encoded at a time; 0: as many as there are cores
     * @param readers how many inputs are read at a time
     * @param poll how often the database is asked for due jobs
     * @param attempts how often a job is tried that fails for a reason nobody knows
     * @param poison how often a job is tried that needs too much memory, takes its node down with it, or fails while others
     *     succeed; as long as nothing succeeds, the world is waited for without end
     * @param backoff longest pause between two tries
     * @param floor what stays free on the disks of the store and of the work folder, in bytes: below it no new work begins
     * @param lead how far ahead of somebody who watches an artwork while it is made the lowest rendition is made alone, so
     *     that they need not wait; everything else, but the first chunk, is decoded once for all renditions
     */
    public record Work(
            @DefaultValue("0") int slots,
            @DefaultValue("2") int readers,
            @DefaultValue("500ms") Duration poll,
            @DefaultValue("3") int attempts,
            @DefaultValue("8") int poison,
            @DefaultValue("5m") Duration backoff,
            @DefaultValue("1073741824") long floor,
            @DefaultValue("20s") Duration lead) {

        /** The slots, with 0 resolved to the cores of this machine. */
        public int effectiveSlots() {
            return slots > 0 ? slots : Runtime.getRuntime().availableProcessors();
        }
    }

    /**
     * Lengths are of presented time.
     *
     * @param firstMin shortest first chunk
     * @param firstMax longest first chunk, where key frames allow
     * @param min shortest other chunk
     * @param max longest other chunk, where key frames allow
     * @param segment longest segment
     * @param keyFrames longest time between key frames of a rendition
     */
    public record Chunks(
            @DefaultValue("2s") Duration firstMin,
            @DefaultValue("5s") Duration firstMax,
            @DefaultValue("6s") Duration min,
            @DefaultValue("15s") Duration max,
            @DefaultValue("6s") Duration segment,
            @DefaultValue("2s") Duration keyFrames) {}

    /**
     * @param cron when the nightly batch looks at every artwork (Quartz: seconds first)
     * @param from when nightly encoding begins
     * @param until when it ends; the same as {@code from}: never
     * @param cpu CPU time that one night may cost; 0: as much as there are hours
     * @param nights after how many nights the content of every stored output has been read and compared
     */
    public record Batch(
            @DefaultValue("0 0 1 * * ?") String cron,
            @DefaultValue("01:00") LocalTime from,
            @DefaultValue("06:00") LocalTime until,
            @DefaultValue("0s") Duration cpu,
            @DefaultValue("30") int nights) {}

    /**
     * @param retention how long editions and outputs stay after they were needed last
     * @param cron when they are collected (Quartz: seconds first)
     */
    public record Garbage(
            @DefaultValue("7d") Duration retention,
            @DefaultValue("0 30 4 * * ?") String cron) {}

    /**
     * @param patience how long a request waits for a segment that is not made yet without a byte; then it is told to come again, or
     *     held by an answer that has begun. Players give up after 10 s without an answer
     * @param most how many requests may wait, and how many be held, at a time; who comes then is told at once
     */
    public record Ask(
            @DefaultValue("6s") Duration patience,
            @DefaultValue("500") int most) {}

    /** @param allowedOrigins origins of pages that may read the API and the media, beside our own; {@code *}: any */
    public record Http(@DefaultValue("*") List<String> allowedOrigins) {}
}
