package bench;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a viewer is given of one artwork.
 *
 * @param playlists by name, what must be the same however often it is made: sizes, codecs, lengths of segments, ends
 * @param frames by rendition, when each picture is shown, in ticks
 * @param likeness by rendition, the least that a picture is like the source's, in dB (PSNR)
 * @param lies what the catalogue says of a whole rendition that is not so
 */
record Exhibit(
        Map<String, List<String>> playlists,
        Map<String, List<String>> frames,
        Map<String, Double> likeness,
        List<String> lies) {
    private static final Pattern PSNR = Pattern.compile("psnr_y:(\\S+)");
    private static final List<String> RENDITIONS = List.of("HD", "SD");

    static Exhibit of(Http http, String slug, Path source, Path folder) throws java.io.IOException {
        Map<String, List<String>> playlists = new TreeMap<>();
        Map<String, List<String>> frames = new TreeMap<>();
        Map<String, Double> likeness = new TreeMap<>();
        List<String> lies = new ArrayList<>();
        URI master = http.at("/media/" + slug + "/master.m3u8");
        read(http, "master", master, playlists);
        String said = http.find("/api/artworks/" + slug).orElse("");
        for (String rendition : RENDITIONS) {
            Path file = folder.resolve(slug + "-" + rendition + ".mp4");
            http.save("/media/" + slug + "/" + rendition + ".mp4", file);
            frames.put(rendition, Tool.lines("ffprobe", "-v", "error", "-select_streams", "v:0", "-show_entries",
                    "frame=best_effort_timestamp", "-of", "csv=p=0", file.toString()));
            likeness.put(rendition, likeness(source, file));
            if (!said.contains(Tool.sha256(file))) {
                lies.add(slug + " " + rendition + " has another hash than the catalogue says");
            }
        }
        return new Exhibit(playlists, frames, likeness, lies);
    }

    private static void read(Http http, String name, URI address, Map<String, List<String>> playlists) {
        List<String> kept = new ArrayList<>();
        playlists.put(name, kept);
        for (String line : http.find(address).orElse("missing").lines().toList()) {
            if (line.startsWith("#EXT-X-STREAM-INF")) {
                // Two encodes of one film have not the same bit rate.
                kept.add(line.replaceAll("(AVERAGE-)?BANDWIDTH=\\d+,?", ""));
            } else if (line.startsWith("#EXTINF") || line.equals("#EXT-X-ENDLIST") || line.equals("missing")) {
                kept.add(line);
            }
            Matcher uri = Pattern.compile("(?:URI=\")?([^\",]*\\.m3u8)\"?").matcher(line);
            if (name.equals("master") && uri.find()) {
                String media = uri.group(1).replaceAll(".*/", "");
                kept.add(media);
                read(http, media, address.resolve(uri.group(1)), playlists);
            }
        }
    }

    private static double likeness(Path source, Path rendition) {
        String graph = "[1:v]settb=1/25,setpts=N,format=yuv420p[b];[0:v]settb=1/25,setpts=N,format=yuv420p[a];"
                + "[a][b]scale2ref=flags=bicubic[c][d];[c][d]psnr=f=-";
        return Tool.lines("ffmpeg", "-hide_banner", "-nostdin", "-v", "error", "-i", source.toString(), "-i",
                        rendition.toString(), "-lavfi", graph, "-fps_mode", "passthrough", "-f", "null", "-")
                .stream()
                .map(PSNR::matcher)
                .filter(Matcher::find)
                .mapToDouble(found -> found.group(1).equals("inf") ? 99 : Double.parseDouble(found.group(1)))
                .min()
                .orElse(0);
    }

    /** How it differs from what was made undisturbed; empty where a viewer can tell no difference. */
    List<String> differences(String slug, Exhibit undisturbed) {
        List<String> found = new ArrayList<>(lies);
        if (!playlists.equals(undisturbed.playlists)) {
            found.add(slug + ": playlists are " + playlists + ", undisturbed " + undisturbed.playlists);
        }
        for (String rendition : RENDITIONS) {
            List<String> there = frames.get(rendition);
            if (there.isEmpty() || !there.equals(undisturbed.frames.get(rendition))) {
                found.add(slug + " " + rendition + ": " + there.size() + " pictures, undisturbed "
                        + undisturbed.frames.get(rendition).size() + ", or at other times");
            }
            if (likeness.get(rendition) < undisturbed.likeness.get(rendition) - 1.5) {
                found.add(slug + " " + rendition + ": a picture is like the source by " + likeness.get(rendition)
                        + " dB, undisturbed " + undisturbed.likeness.get(rendition));
            }
        }
        return found;
    }
}
