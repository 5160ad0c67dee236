package atelier.processors.probe;

import atelier.processors.index.Ratio;
import atelier.processors.probe.Probed.Video;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Reads what {@link ProbeCommand} makes ffprobe say. */
final class ProbeParser {
    private static final Ratio MICROSECOND = new Ratio(1, 1_000_000);
    private static final int HEVC_DOLBY_ALONE = 5;
    private static final int AV1_DOLBY = 10;
    private static final Set<String> ENCRYPTED_TAGS = Set.of("encv", "drmi");

    private final ObjectMapper mapper = new ObjectMapper();

    Probed parse(String json) throws JsonProcessingException {
        Fields all = new Fields(mapper.readTree(json));
        Fields format = all.object("format");
        Set<Integer> encrypted = encryptedStreams(all);
        List<Fields> videos = streams(all, "video");
        List<Fields> moving =
                videos.stream().filter(Predicate.not(ProbeParser::isStill)).toList();
        return new Probed(
                format.text("format_name").orElse("unknown"),
                format.object("tags").text("major_brand").map(String::strip),
                format.micros("duration"),
                moving.stream().map(stream -> video(stream, encrypted)).toList(),
                videos.size() - moving.size(),
                streams(all, "audio").stream().map(ProbeParser::audio).toList(),
                streams(all, "subtitle").stream().map(ProbeParser::subtitle).toList());
    }

    private static List<Fields> streams(Fields all, String type) {
        return all.list("streams")
                .filter(stream -> stream.text("codec_type").filter(type::equals).isPresent())
                .toList();
    }

    private static boolean isStill(Fields stream) {
        Fields disposition = stream.object("disposition");
        return disposition.flag("attached_pic")
                || disposition.flag("timed_thumbnails")
                || disposition.flag("still_image");
    }

    private static Set<Integer> encryptedStreams(Fields all) {
        return all.list("packets")
                .filter(packet -> packet.list("side_data_list")
                        .flatMap(data -> data.text("side_data_type").stream())
                        .anyMatch("Encryption info"::equals))
                .map(packet -> packet.integer("stream_index").orElse(-1))
                .collect(Collectors.toSet());
    }

    private static Video video(Fields stream, Set<Integer> encrypted) {
        VideoStream video = PictureParser.video(stream);
        String tag = stream.text("codec_tag_string").orElse("");
        boolean locked = encrypted.contains(video.index()) || ENCRYPTED_TAGS.contains(tag);
        return new Video(video, tag, isDefault(stream), locked, isDolbyAlone(stream));
    }

    /** Dolby Vision Profiles and Levels 1.4: all other profiles can be shown as HDR10, HLG or BT.709. */
    private static boolean isDolbyAlone(Fields stream) {
        return stream.list("side_data_list").anyMatch(data -> {
            int profile = data.integer("dv_profile").orElse(-1);
            return profile == HEVC_DOLBY_ALONE
                    || profile == AV1_DOLBY
                            && data.integer("dv_bl_signal_compatibility_id").orElse(-1) == 0;
        });
    }

    static Timing timing(Fields stream) {
        return new Timing(
                stream.ratio("r_frame_rate"),
                stream.ratio("avg_frame_rate"),
                stream.ratio("time_base").orElse(MICROSECOND),
                stream.number("start_pts"));
    }

    private static AudioStream audio(Fields stream) {
        return new AudioStream(
                stream.integer("index").orElse(-1),
                stream.text("codec_name").orElse("unknown"),
                stream.integer("sample_rate").orElse(0),
                stream.integer("channels").orElse(0),
                stream.text("channel_layout"),
                language(stream),
                stream.ratio("time_base"),
                stream.micros("start_time"),
                isDefault(stream),
                stream.object("tags").text("title"),
                Optional.empty());
    }

    private static SubtitleStream subtitle(Fields stream) {
        return new SubtitleStream(
                stream.integer("index").orElse(-1),
                stream.text("codec_name").orElse("unknown"),
                language(stream),
                isDefault(stream),
                stream.object("tags").text("title"));
    }

    private static Optional<String> language(Fields stream) {
        return stream.object("tags").text("language").filter(Predicate.not("und"::equals));
    }

    private static boolean isDefault(Fields stream) {
        return stream.object("disposition").flag("default");
    }
}
