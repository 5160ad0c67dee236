// Makes a short HLS artwork with FFmpeg: a counting test picture in SD and HD, and sound apart.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const FOLDER = fileURLToPath(new URL('../../target/fixture-media/', import.meta.url));
export const SECONDS = 40;
export const RENDITIONS = {
  SD: { width: 722, height: 406, bandwidth: 900_000, codecs: 'avc1.42c01f' },
  HD: { width: 1280, height: 720, bandwidth: 2_500_000, codecs: 'avc1.42c01f' },
};

/** Why there is no media to test with; false where it can be made. */
export const noFfmpeg = process.env.FFMPEG ? false : 'set FFMPEG to the path of an ffmpeg to run these tests';

/** Folder with SD/, HD/ and AUDIO/ (media.m3u8, init.mp4, segments) and poster.jpg. Made once. */
export function fixtureMedia() {
  if (!existsSync(FOLDER)) {
    const making = `${FOLDER.replace(/\/$/, '')}.making`;
    rmSync(making, { recursive: true, force: true });
    ['SD', 'HD', 'AUDIO'].forEach((name) => mkdirSync(join(making, name), { recursive: true }));
    execFileSync(process.env.FFMPEG, commandOf(making), { stdio: ['ignore', 'ignore', 'inherit'] });
    renameSync(making, FOLDER);
  }
  return FOLDER;
}

/** A multivariant playlist of some renditions, with addresses relative to /media/<slug>/editions/<n>/. */
export function multivariant(names) {
  const variants = names.map((name) => {
    const { width, height, bandwidth, codecs } = RENDITIONS[name];
    const attributes = [
      `BANDWIDTH=${bandwidth}`,
      `AVERAGE-BANDWIDTH=${bandwidth}`,
      `CODECS="${codecs},mp4a.40.2"`,
      `RESOLUTION=${width}x${height}`,
      'FRAME-RATE=25',
      'AUDIO="sound"',
    ];
    return `#EXT-X-STREAM-INF:${attributes.join(',')}\n${name}.m3u8`;
  });
  const sound = '#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="sound",NAME="Sound",DEFAULT=YES,AUTOSELECT=YES,URI="AUDIO.m3u8"';
  return ['#EXTM3U', '#EXT-X-VERSION:7', '#EXT-X-INDEPENDENT-SEGMENTS', sound, ...variants, ''].join('\n');
}

/**
 * A media playlist of the fixture.
 * @param segments how many there are yet; all of them end it
 */
export function mediaPlaylist(name, growing, segments) {
  const lines = readFileSync(join(FOLDER, name, 'media.m3u8'), 'utf8').split('\n');
  const text = lines.map((line) => line.replace(/^([^#].*)$/, `/fixture/${name}/$1`).replace('"init.mp4"', `"/fixture/${name}/init.mp4"`));
  if (!growing) {
    return text.join('\n');
  }
  const event = text.map((line) => line.replace('PLAYLIST-TYPE:VOD', 'PLAYLIST-TYPE:EVENT\n#EXT-X-START:TIME-OFFSET=0'));
  const ends = event.flatMap((line, index) => (line !== '' && !line.startsWith('#') ? [index] : []));
  return segments >= ends.length ? event.join('\n') : `${event.slice(0, ends[segments - 1] + 1).join('\n')}\n`;
}

function commandOf(folder) {
  const hls = (name) => [
    ...['-f', 'hls', '-hls_time', '2', '-hls_playlist_type', 'vod', '-hls_segment_type', 'fmp4'],
    ...['-hls_segment_filename', join(folder, name, '%03d.m4s'), join(folder, name, 'media.m3u8')],
  ];
  const video = (name) => [
    ...['-map', '0:v', '-s', `${RENDITIONS[name].width}x${RENDITIONS[name].height}`],
    ...['-c:v', 'libx264', '-preset', 'ultrafast', '-profile:v', 'baseline', '-pix_fmt', 'yuv420p'],
    ...['-g', '50', '-keyint_min', '50', '-sc_threshold', '0', '-maxrate', '2M', '-bufsize', '2M'],
  ];
  return [
    ...['-nostdin', '-v', 'error', '-y'],
    ...['-f', 'lavfi', '-i', `testsrc2=size=1280x720:rate=25:duration=${SECONDS}`],
    ...['-f', 'lavfi', '-i', `sine=frequency=330:beep_factor=4:duration=${SECONDS}`],
    ...[...video('SD'), ...hls('SD')],
    ...[...video('HD'), ...hls('HD')],
    ...['-map', '1:a', '-c:a', 'aac', '-b:a', '96k', ...hls('AUDIO')],
    ...['-map', '0:v', '-frames:v', '1', '-s', '722x406', join(folder, 'poster.jpg')],
  ];
}
