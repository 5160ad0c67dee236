package atelier.processors.conformance;

/**
 * What an edition is held to. Sections are those of RFC 8216bis; numbers in brackets those of Apple's HLS Authoring
 * Specification.
 */
public enum Rule {
    FORMAT("4.1", "UTF-8 text that begins with #EXTM3U; each tag well formed and once where it may stand once"),
    VERSION("4.4.1.2, 7", "EXT-X-VERSION of at least 7: fMP4 segments with EXT-X-MAP"),
    INDEPENDENT_SEGMENTS("4.4.2.1 [9.11]", "EXT-X-INDEPENDENT-SEGMENTS"),
    VARIANTS("4.4.6.2", "at least one variant, each listed once"),
    ATTRIBUTES("4.4.6 [9.2, 9.14, 9.15]", "every required attribute, with a value of its type"),
    CODECS("4.4.6.2 [9.1]", "CODECS as the init segments say it"),
    SAMPLE_ENTRY("[1.10]", "sample entry avc1, hvc1, av01 or mp4a"),
    RESOLUTION("4.4.6.2 [9.2]", "RESOLUTION as the init segment has it"),
    FRAME_RATE("4.4.6.2 [9.15]", "FRAME-RATE as the segments have it"),
    BANDWIDTH(
            "4.4.6.2 [1.27, 9.13]", "BANDWIDTH not below the measured peak with the audio; sealed: within 10 % of it"),
    AVERAGE_BANDWIDTH("4.4.6.2 [1.26]", "AVERAGE-BANDWIDTH within 10 % of the measured average"),
    AUDIO_GROUP("4.4.6.1.1, 4.4.6.2.1", "audio groups that are referred to and exist, their members distinct"),
    SUBTITLES_GROUP("4.4.6.1.1, 4.4.6.2.1", "subtitle groups that are referred to and exist, their members distinct"),
    CHANNELS("4.4.6.1", "CHANNELS as the init segment says it"),
    INSIDE("4.1", "a relative URI that leads to the edition's own playlists or to chunks, as Atelier names them"),
    RESOLVES("6.2.1", "every URI leads to something that is there and not empty"),
    TARGET_DURATION("4.4.3.1", "EXTINF, rounded, at most EXT-X-TARGETDURATION"),
    SAME_TARGET_DURATION("6.2.4", "the same EXT-X-TARGETDURATION in all renditions"),
    MEDIA_SEQUENCE("4.4.3.2", "EXT-X-MEDIA-SEQUENCE 0: nothing is ever taken away"),
    PLAYLIST_TYPE("4.4.3.5 [8.6, 8.8]", "VOD in all media playlists, or EVENT in all"),
    END("4.4.3.4 [8.6]", "EXT-X-ENDLIST at the end of a VOD playlist, and nothing behind it"),
    START("4.4.2.2", "EXT-X-START:TIME-OFFSET=0 while an edition grows"),
    SEGMENTS("4.4.4", "at least one segment, each with an EXTINF"),
    MAP(
            "4.4.4.5 [8.20]",
            "one EXT-X-MAP before all segments, that leads to an init segment with one track; in a whole form others behind it"),
    SAME_MAP("4.4.4.5, 4.4.4.3", "segments of a track as the playlist's init segment describes it"),
    SPHERE("Spherical Video V2", "the same sphere in all video renditions, said in a way that can be understood"),
    LAYOUT(
            "4.4.6.2, 7 [1.38, 16.1]",
            "REQ-VIDEO-LAYOUT as the init segment has it, of HEVC alone, in a playlist of version 12"),
    SAME_PARAMETERS("4.4.4.5", "outputs whose init segments are the same to the byte", false),
    SEGMENT("3.1.2", "one whole fragment of the init segment's track"),
    KEY_FRAME("4.4.2.1 [7.4]", "a segment that begins with a key frame, and no frame presented before it"),
    EXTINF("4.4.4.1 [8.1]", "EXTINF of the segment's real duration, and no sum of them off by a frame"),
    DECODE_TIME("3.1.2 [7.1, 7.3]", "a tfdt where the segment before ended; the first at 0"),
    SAME_TIMELINE("6.2.4 [8.7]", "the same beginning and end in all video renditions, within two frames"),
    SOUND_LENGTH("6.2.4 [2.15]", "sound that ends within 0.25 s of the pictures", false),
    TEXT(
            "3.1.4, 6.2.4 [5.2]",
            "subtitles there to their end: WebVTT in UTF-8, its times mapped, cues in order, harmless markup"),
    TEXT_LENGTH("6.2.4 [5.4]", "subtitles over the whole duration"),
    I_FRAMES("4.4.3.6 [6.1, 6.8]", "an I-frame playlist for each video variant of a sealed edition"),
    I_FRAME_RANGE(
            "4.4.3.6, 4.4.4.2 [6.10]", "byte ranges of a moof and its key frame, whose times are those of the video");

    private final String section;
    private final String required;
    private final boolean binding;

    Rule(String section, String required) {
        this(section, required, true);
    }

    Rule(String section, String required, boolean binding) {
        this.section = section;
        this.required = required;
        this.binding = binding;
    }

    /** Whether an edition that breaks it is not published; else it is played in spite of it, and people are told. */
    public boolean isBinding() {
        return binding;
    }

    /** Where it stands. */
    public String section() {
        return section;
    }

    /** What is required. */
    public String required() {
        return required;
    }
}
