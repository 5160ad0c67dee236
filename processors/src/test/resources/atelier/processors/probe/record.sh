#!/bin/sh
# Records what ffprobe says of small clips, for ProbeParserTest. Needs FFmpeg 8.0 with x264, x265 and vpx, and
# Python, on the PATH.
# The options are those that ProbeCommand gives.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
cd "$(mktemp -d)"

picture="-f lavfi -i testsrc2=s=320x180:r=25:d=1"
tone="-f lavfi -i sine=r=48000:d=1"
make() {
    ffmpeg -nostdin -v error -y "$@"
}

make $picture -c:v libx264 -pix_fmt yuv420p upright.mp4
make -display_rotation 90 -i upright.mp4 -c copy rotated.mp4
make -display_rotation 0 -display_hflip -i upright.mp4 -c copy mirrored.mp4
make -f lavfi -i testsrc2=s=720x576:r=25:d=1 -vf setsar=64/45,setfield=tff -flags +ildct+ilme -c:v mpeg2video anamorphic.mpg
make $picture -r 30000/1001 -c:v libx265 -x265-params log-level=none -pix_fmt yuv420p10le -tag:v hvc1 \
    -vf setparams=range=tv:colorspace=bt2020nc:color_primaries=bt2020:color_trc=smpte2084 hdr.mp4
make $picture -c:v libvpx-vp9 -deadline realtime -cpu-used 8 vp9.webm
make $picture $tone -map 0 -map 1 -map 1 -c:v libx264 -filter:a:0 aformat=channel_layouts=5.1 -c:a aac \
    -metadata:s:a:0 language=fra -metadata:s:a:1 language=deu -disposition:a:0 0 -disposition:a:1 default audio.mp4
printf '1\n00:00:00,000 --> 00:00:01,000\nBonjour\n' > words.srt
make $picture -i words.srt -c:v libx264 -c:s mov_text -metadata:s:s:0 language=fra subtitles.mp4
make $picture -frames:v 1 -c:v mjpeg -pix_fmt yuvj420p cover.jpg
make $picture $tone -i cover.jpg -map 2 -map 0 -map 1 -c:v:0 copy -c:v:1 libx264 -disposition:v:0 attached_pic -c:a aac cover.mp4
make $tone -i cover.jpg -map 0 -map 1 -c:v copy -disposition:v:0 attached_pic -c:a aac audio-with-cover.m4a
make $picture -c:v libx264 -timecode 01:00:00:00 data.mov
make $picture -f lavfi -i testsrc2=s=640x360:r=25:d=1 -map 0 -map 1 -c:v libx264 -disposition:v 0 two.mp4
make $picture -c:v libx264 -encryption_scheme cenc-aes-ctr -encryption_key 76a6c65c5ea762046bd749a2e632ccbb \
    -encryption_kid a7e61c373e219033c21091fa607bf3b8 encrypted.mp4
python3 - <<'PYTHON'
# Adds Google's spherical metadata (version 1): a box at the end of the track, with the boxes around it made larger. The index
# is behind the content, so nothing that it points to moves.
import struct

film = bytearray(open("upright.mp4", "rb").read())
words = b"""<?xml version="1.0"?><rdf:SphericalVideo
xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:GSpherical="http://ns.google.com/videos/1.0/spherical/">
<GSpherical:Spherical>true</GSpherical:Spherical><GSpherical:Stitched>true</GSpherical:Stitched>
<GSpherical:StitchingSoftware>none</GSpherical:StitchingSoftware>
<GSpherical:ProjectionType>equirectangular</GSpherical:ProjectionType><GSpherical:StereoMode>top-bottom</GSpherical:StereoMode></rdf:SphericalVideo>"""
box = bytes.fromhex("ffcc8263f8554a938814587a02521fdd") + words
box = struct.pack(">I", len(box) + 8) + b"uuid" + box
track = film.index(b"trak") - 4
end = track + struct.unpack_from(">I", film, track)[0]
for around in (track, film.index(b"moov") - 4):
    struct.pack_into(">I", film, around, struct.unpack_from(">I", film, around)[0] + len(box))
film[end:end] = box
open("spherical.mp4", "wb").write(film)
PYTHON
sed 's/avc1/drmi/g' upright.mp4 > protected.mp4

for clip in *.mp4 *.mpg *.webm *.m4a *.mov; do
    ffprobe -hide_banner -v quiet -of json -probesize 20000000 -analyzeduration 10000000 -read_intervals %+#20 \
        -show_entries "$(cat "$here/entries.txt")" -show_data_hash sha256 -i "$clip" > "$here/${clip%.*}.json"
done
