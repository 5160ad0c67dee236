package atelier.processors.hostile;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/** Files made by hand that name another file and an address, carry what is not video, or ask for far more than they hold. */
public enum HostileFile {
    PLAYLIST("mp4"),
    CONCAT("mkv"),
    DASH("mp4"),
    SVG("mov"),
    XSPF("mov"),
    SDP("ts"),
    PLAYLIST_BEHIND_FILM("ts"),
    PLAYLIST_IN_SUBTITLE_CHUNK("avi"),
    DATA_ELSEWHERE_BY_URL("mp4"),
    DATA_ELSEWHERE_BY_ALIAS("mov"),
    ESSENCE_ELSEWHERE("mxf"),
    SCRIPT_IN_SUBTITLES("mkv"),
    SCRIPT_ATTACHED("mkv"),
    MILLIONS_OF_FRAMES("mp4"),
    HUGE_BY_CONTAINER("mov"),
    HUGE_BY_PICTURE("mov");

    private static final String FILM = "-f lavfi -i testsrc2=s=160x90:r=25:d=1 -f lavfi -i sine=r=48000:d=1 ";
    private static final byte[] NO_FLAGS = new byte[4];

    private final String extension;

    HostileFile(String extension) {
        this.extension = extension;
    }

    /** What makes films, and what they point at. */
    public interface Kit {
        /** A file made by FFmpeg; {@code OUT} stands for it. */
        byte[] made(String name, String extension, String how);

        /** The path, without blanks, of a text file. */
        Path text(String name, String content);

        /** A file that nobody may read. */
        Path file();

        /** An address that nobody may ask. */
        String address();
    }

    public String extension() {
        return extension;
    }

    /** As part of a file's name. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Its content. */
    public byte[] of(Kit kit) {
        return switch (this) {
            case PLAYLIST -> bytes(playlist(kit));
            case CONCAT -> bytes(concat(kit));
            case DASH -> bytes(dash(kit));
            case SVG -> bytes(svg(kit));
            case XSPF -> bytes(xspf(kit));
            case SDP -> bytes(sdp(kit));
            case PLAYLIST_BEHIND_FILM ->
                IsoBox.joined(film(kit, "ts", "-c:v mpeg2video -c:a mp2"), bytes(playlist(kit)));
            case PLAYLIST_IN_SUBTITLE_CHUNK -> subtitleChunk(film(kit, "avi", "-c:v mpeg4 -c:a pcm_s16le"), kit);
            case DATA_ELSEWHERE_BY_URL -> byUrl(film(kit, "mp4", "-c:v libx264 -c:a aac"), kit);
            case DATA_ELSEWHERE_BY_ALIAS -> byAlias(film(kit, "mov", "-c:v libx264 -c:a aac"), kit);
            case ESSENCE_ELSEWHERE -> located(film(kit, "mxf", "-c:v mpeg2video -c:a pcm_s16le"), kit);
            case SCRIPT_IN_SUBTITLES -> kit.made(text(), "mkv", inSubtitles(kit));
            case SCRIPT_ATTACHED -> kit.made(text(), "mkv", attached(kit));
            case MILLIONS_OF_FRAMES -> multiplied(film(kit, "mp4", "-map 0 -c:v libx264"));
            case HUGE_BY_CONTAINER -> sizedByContainer(film(kit, "mov", "-map 0 -c:v qtrle -pix_fmt rgb24"));
            case HUGE_BY_PICTURE -> sizedByPicture(film(kit, "mov", "-map 0 -c:v mjpeg -pix_fmt yuvj420p"));
        };
    }

    private byte[] film(Kit kit, String container, String options) {
        return kit.made(text(), container, FILM + options + " OUT");
    }

    private static String playlist(Kit kit) {
        return "#EXTM3U\n#EXT-X-TARGETDURATION:2\n#EXTINF:2,\n%s\n#EXTINF:2,\n%s\n#EXT-X-ENDLIST\n"
                .formatted(kit.address(), kit.file());
    }

    private static String concat(Kit kit) {
        return "ffconcat version 1.0\nfile '%s'\nfile '%s'\n".formatted(kit.file(), kit.address());
    }

    private static String dash(Kit kit) {
        return """
                <?xml version="1.0"?>
                <!DOCTYPE MPD [<!ENTITY x SYSTEM "file://%s">]>
                <MPD xmlns="urn:mpeg:dash:schema:mpd:2011" type="static" mediaPresentationDuration="PT1S">
                <Period><AdaptationSet mimeType="video/mp4"><Representation id="1" bandwidth="1"><BaseURL>%s</BaseURL>
                </Representation></AdaptationSet></Period><Title>&x;</Title></MPD>
                """.formatted(kit.file(), kit.address());
    }

    private static String svg(Kit kit) {
        return """
                <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="160" height="90">
                <image xlink:href="file://%s"/><image xlink:href="%s"/><script>alert(1)</script></svg>
                """.formatted(kit.file(), kit.address());
    }

    private static String xspf(Kit kit) {
        return """
                <?xml version="1.0"?><playlist xmlns="http://xspf.org/ns/0/" version="1"><trackList>
                <track><location>file://%s</location></track><track><location>%s</location></track></trackList></playlist>
                """.formatted(kit.file(), kit.address());
    }

    private static String sdp(Kit kit) {
        return "v=0\no=- 0 0 IN IP4 127.0.0.1\ns=x\nu=%s\nc=IN IP4 127.0.0.1\nt=0 0\nm=video 5004 RTP/AVP 96\na=rtpmap:96 H264/90000\n"
                .formatted(kit.address());
    }

    /** A sound stream called text; its first chunk holds a playlist where players look for subtitles ("GAB2"). */
    private static byte[] subtitleChunk(byte[] avi, Kit kit) {
        byte[] playlist = bytes(playlist(kit));
        byte[] bad = avi.clone();
        put(bad, find(bad, "auds"), bytes("txts"));
        int at = find(bad, "01wb");
        put(bad, at, bytes("01tx"));
        ByteBuffer.wrap(bad, at + 8, bad.length - at - 8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(bytes("GAB2\0"))
                .putShort((short) 2)
                .putInt(2)
                .putShort((short) 0)
                .putShort((short) 4)
                .putInt(playlist.length)
                .put(playlist);
        return bad;
    }

    private static byte[] byUrl(byte[] mp4, Kit kit) {
        byte[] file = IsoBox.of("url ", NO_FLAGS, bytes("file://" + kit.file() + "\0"));
        byte[] address = IsoBox.of("url ", NO_FLAGS, bytes(kit.address() + "\0"));
        return withReferences(mp4, address, file);
    }

    /** As QuickTime names a file: an alias record with its absolute path (type 2) at its end. */
    private static byte[] byAlias(byte[] mov, Kit kit) {
        byte[] path = bytes(kit.file().toString());
        byte[] padded = Arrays.copyOf(path, path.length + path.length % 2);
        ByteBuffer alias = ByteBuffer.allocate(300 + padded.length);
        alias.position(4 + 10 + 28 + 12 + 64 + 16 + 2 + 2 + 16);
        alias.putShort((short) 2).putShort((short) path.length).put(padded).putShort((short) -1);
        return withReferences(mov, IsoBox.of("alis", alias.array()), IsoBox.of("alis", alias.array()));
    }

    private static byte[] withReferences(byte[] film, byte[]... references) {
        byte[] bad = film;
        int tracks = (int) IsoBox.all(film).stream()
                .filter(box -> box.type().equals("dref"))
                .count();
        for (int track = 0; track < tracks; track++) {
            IsoBox box = IsoBox.all(bad).stream()
                    .filter(each -> each.type().equals("dref"))
                    .skip(track)
                    .findFirst()
                    .orElseThrow();
            byte[] count = ByteBuffer.allocate(4).putInt(1).array();
            bad = box.replacedIn(bad, IsoBox.of("dref", NO_FLAGS, count, references[track % references.length]));
        }
        return bad;
    }

    /** A network locator (SMPTE ST 377-1, B.17) behind the header partition. */
    private static byte[] located(byte[] mxf, Kit kit) {
        byte[] url = ("file://" + kit.file()).getBytes(StandardCharsets.UTF_16BE);
        byte[] value = ByteBuffer.allocate(4 + url.length)
                .putShort((short) 0x4001)
                .putShort((short) url.length)
                .put(url)
                .array();
        byte[] key = java.util.HexFormat.of().parseHex("060e2b34025301010d01010101013200");
        byte[] length = ByteBuffer.allocate(4).putInt(0x83000000 | value.length).array();
        int lengthAt = 16;
        int lengthBytes = mxf[lengthAt] < 0 ? mxf[lengthAt] & 0x7F : 0;
        int valueLength = lengthBytes == 0 ? mxf[lengthAt] : 0;
        for (int i = 1; i <= lengthBytes; i++) {
            valueLength = valueLength << 8 | mxf[lengthAt + i] & 0xFF;
        }
        int end = lengthAt + 1 + lengthBytes + valueLength;
        return IsoBox.joined(Arrays.copyOf(mxf, end), key, length, value, Arrays.copyOfRange(mxf, end, mxf.length));
    }

    private static String inSubtitles(Kit kit) {
        String subtitles = "1\n00:00:00,000 --> 00:00:01,000\n%s<script>alert(1)</script>\n".formatted(concat(kit));
        return FILM + "-i " + kit.text("script.srt", subtitles) + " -map 0 -map 2 -c:v libx264 -c:s srt OUT";
    }

    private static String attached(Kit kit) {
        Path script = kit.text("script.sh", "#!/bin/sh\ncat %s\n".formatted(kit.file()));
        return FILM + "-map 0 -c:v libx264 -attach " + script + " -metadata:s:t mimetype=application/x-sh"
                + " -metadata title=<script>alert(1)</script> OUT";
    }

    /** Twenty million frames of one byte, in a file of a few thousand (ISO/IEC 14496-12, 8.6.1.2, 8.7.3.2 and 8.7.4). */
    private static byte[] multiplied(byte[] mp4) {
        int many = 20_000_000;
        byte[] bad = IsoBox.first(mp4, "stsz").replacedIn(mp4, IsoBox.of("stsz", ints(0, 1, many)));
        bad = IsoBox.first(bad, "stts").replacedIn(bad, IsoBox.of("stts", ints(0, 1, many, 1)));
        return IsoBox.first(bad, "stsc").replacedIn(bad, IsoBox.of("stsc", ints(0, 1, 1, many, 1)));
    }

    private static byte[] sizedByContainer(byte[] mov) {
        byte[] bad = mov.clone();
        int width = IsoBox.first(bad, "stsd").content() + 8 + 8 + 8 + 16;
        ByteBuffer.wrap(bad).putShort(width, (short) 16384).putShort(width + 2, (short) 16384);
        return bad;
    }

    /** Each picture tells another size than the container: JPEG's start of frame (ITU-T T.81, B.2.2). */
    private static byte[] sizedByPicture(byte[] mov) {
        byte[] bad = mov.clone();
        for (int at = 0; at < bad.length - 9; at++) {
            if (bad[at] == (byte) 0xFF && bad[at + 1] == (byte) 0xC0 && bad[at + 2] == 0 && bad[at + 4] == 8) {
                ByteBuffer.wrap(bad).putShort(at + 5, (short) 16000).putShort(at + 7, (short) 16000);
            }
        }
        return bad;
    }

    private static byte[] ints(int... numbers) {
        ByteBuffer buffer = ByteBuffer.allocate(4 * numbers.length);
        Arrays.stream(numbers).forEach(buffer::putInt);
        return buffer.array();
    }

    private static int find(byte[] file, String text) {
        int at = new String(file, StandardCharsets.ISO_8859_1).indexOf(text);
        if (at < 0) {
            throw new IllegalArgumentException("no " + text + " in this file");
        }
        return at;
    }

    private static void put(byte[] file, int at, byte[] bytes) {
        System.arraycopy(bytes, 0, file, at, bytes.length);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
