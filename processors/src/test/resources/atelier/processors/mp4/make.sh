#!/bin/sh
# Makes the recorded files of this folder. FFMPEG: version 8 (8.0.1 was used); FFMPEG5: version 5.1 (5.1.9 was used).
# A change of version changes coded bytes, which no test looks at; what they look at is how the boxes are written.
set -eu
: "${FFMPEG:=ffmpeg}" "${FFMPEG5:=ffmpeg}"
cd "$(dirname "$0")"

# $1 program, $2 output, $3 and $4 first and last tick of the chunk, $5 flags, more: encoder options
video() {
  program=$1 output=$2 start=$3 end=$4 flags=$5
  shift 5
  "$program" -v error -y -f lavfi -i testsrc2=s=64x36:r=30000/1001:d=10 \
    -vf "settb=1/30000,trim=start_pts=$start:end_pts=$end,setpts=PTS-STARTPTS,format=yuv420p" \
    -fps_mode passthrough -enc_time_base 1:30000 "$@" -flags:v +bitexact -map_metadata -1 \
    -use_editlist 0 -avoid_negative_ts disabled \
    -movflags "$flags" -video_track_timescale 30000 -f mp4 "$output"
}
cmaf=+cmaf+frag_keyframe+empty_moov+default_base_moof
plain=+frag_keyframe+empty_moov+default_base_moof+frag_discont
x264="-c:v libx264 -preset veryfast -crf 40 -g 30 -keyint_min 30 -sc_threshold 0 -bf 3"

# Two chunks of 4.004 s that follow each other, four fragments each: composition offsets below 0.
video "$FFMPEG" chunk-0.mp4 0 120120 $cmaf $x264
video "$FFMPEG" chunk-1.mp4 120120 240240 $cmaf $x264
# The first of them from an older FFmpeg that writes offsets above 0 and decode times that start below 0.
video "$FFMPEG5" chunk-0-ffmpeg5.mp4 0 120120 $plain $x264
# Frames of varying length, without B-frames: every third one is missing.
"$FFMPEG" -v error -y -f lavfi -i testsrc2=s=64x36:r=25:d=2 \
  -vf "select='mod(n\,3)',settb=1/25000,setpts=PTS-STARTPTS,format=yuv420p" -fps_mode passthrough -enc_time_base 1:25000 \
  -c:v libx264 -preset veryfast -crf 40 -bf 0 -flags:v +bitexact -map_metadata -1 -use_editlist 0 \
  -avoid_negative_ts disabled -movflags $cmaf -video_track_timescale 25000 -f mp4 varying.mp4
# Frames that follow a key frame and are shown before it: an open GOP.
video "$FFMPEG" open-gop.mp4 0 60060 $cmaf -c:v libx264 -preset veryfast -crf 40 -g 30 -sc_threshold 0 \
  -bf 3 -b_strategy 0 -x264-params open-gop=1
video "$FFMPEG" hevc.mp4 0 10010 $cmaf -c:v libx265 -tag:v hvc1 -preset ultrafast -crf 45 -x265-params log-level=none
video "$FFMPEG" av1.mp4 0 10010 $cmaf -c:v libsvtav1 -preset 12 -crf 60 -svtav1-params loglevel=0
"$FFMPEG" -v error -y -f lavfi -i sine=440:d=5:sample_rate=48000 -ac 2 -c:a aac -b:a 16k -flags:a +bitexact \
  -map_metadata -1 -use_editlist 0 -avoid_negative_ts disabled -movflags +cmaf+empty_moov+default_base_moof \
  -frag_duration 1000000 -f mp4 sound.mp4
"$FFMPEG" -v error -y -f lavfi -i sine=440:d=0.2:sample_rate=48000 -filter_complex "[0]pan=5.1|c0=c0|c2=c0" -c:a aac -b:a 48k \
  -flags:a +bitexact -map_metadata -1 -movflags +cmaf+empty_moov+default_base_moof -f mp4 surround.mp4
