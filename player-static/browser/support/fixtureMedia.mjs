// Makes a short HLS artwork with FFmpeg: a test picture with its number written in it, in SD and HD, sound and a storyboard.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const FOLDER = fileURLToPath(new URL('../../target/fixture-media-2/', import.meta.url));
export const SECONDS = 40;
export const FRAMES_PER_SECOND = 25;
/** Each picture has its number at the top as squares, the lowest bit first, and a white square after them. */
export const BITS = 10;
const SQUARE = 64;
export const RENDITIONS = {
  SD: { width: 722, height: 406, bandwidth: 900_000, codecs: 'avc1.42c01f' },
  HD: { width: 1280, height: 720, bandwidth: 2_500_000, codecs: 'avc1.42c01f' },
};

/** Why there is no media to test with; false where it can be made. */
export const noFfmpeg = process.env.FFMPEG ? false : 'set FFMPEG to the path of an ffmpeg to run these tests';

/** Folder with SD/, HD/ and AUDIO/ (media.m3u8, init.mp4, segments) and poster.jpg. Made once. */
export function fixtureMedia() {
  return made(FOLDER, `testsrc2=size=1280x720:rate=${FRAMES_PER_SECOND}:duration=${SECONDS},${numbered()}`);
}

/** Colours of what is seen in each direction of the 360° fixture. */
export const DIRECTIONS = { front: 'red', right: 'lime', back: 'blue', left: 'yellow', up: 'white', down: 'magenta' };

/** The same of a sphere with a colour in each direction, as an equirectangular picture. */
export function sphereMedia() {
  // Its playlists are those of the usual film, which need not have been made yet.
  fixtureMedia();
  const { front, right, back, left, up, down } = DIRECTIONS;
  const faces = [right, left, up, down, front, back].map((colour, at) => `color=${colour}:s=256x256:r=${FRAMES_PER_SECOND}:d=${SECONDS}[${at}]`);
  const cube = `${faces.join(';')};[0][1][2]hstack=3[a];[3][4][5]hstack=3[b];[a][b]vstack,v360=c3x2:e:w=1280:h=640`;
  return made(FOLDER.replace(/media-2/, 'sphere-2'), cube, true);
}

/** @param around whether there is ambisonic sound too: a tone from the left */
function made(folder, pictures, around = false) {
  if (!existsSync(folder)) {
    const making = `${folder.replace(/\/$/, '')}.making`;
    rmSync(making, { recursive: true, force: true });
    ['SD', 'HD', 'AUDIO', 'AUDIO360'].forEach((name) => mkdirSync(join(making, name), { recursive: true }));
    execFileSync(process.env.FFMPEG, commandOf(making, pictures, around), { stdio: ['ignore', 'ignore', 'inherit'] });
    writeFileSync(join(making, 'storyboard.vtt'), storyboard());
    writeFileSync(join(making, 'captions.vtt'), CAPTIONS);
    renameSync(making, folder);
  }
  return folder;
}

const CAPTIONS = 'WEBVTT\n\n00:00.000 --> 00:40.000\nThe sea is quiet.\n';

/** WebVTT that names a part of one picture for every two seconds. */
function storyboard() {
  const time = (seconds) => `00:00:${String(seconds).padStart(2, '0')}.000`;
  const cues = Array.from({ length: SECONDS / 2 }, (_, index) => {
    const [x, y] = [(index % 5) * 160, Math.floor(index / 5) * 90];
    return `${time(index * 2)} --> ${time(index * 2 + 2)}\nstoryboard.jpg#xywh=${x},${y},160,90\n`;
  });
  return ['WEBVTT\n', ...cues].join('\n');
}

/** A multivariant playlist of some renditions, with addresses relative to /media/<slug>/editions/<n>/. */
export function multivariant(names, { commentary = false, captions = false, around = false, sizes = {} } = {}) {
  const variants = names.map((name) => {
    const { width, height, bandwidth, codecs } = { ...RENDITIONS[name], ...sizes[name] };
    const attributes = [
      `BANDWIDTH=${bandwidth}`,
      `AVERAGE-BANDWIDTH=${bandwidth}`,
      `CODECS="${codecs},mp4a.40.2"`,
      `RESOLUTION=${width}x${height}`,
      'FRAME-RATE=25',
      'AUDIO="sound"',
      ...(captions ? ['SUBTITLES="text"'] : []),
    ];
    return `#EXT-X-STREAM-INF:${attributes.join(',')}\n${name}.m3u8`;
  });
  const media = (type, group, name, more) => `#EXT-X-MEDIA:TYPE=${type},GROUP-ID="${group}",NAME="${name}",${more}`;
  const tracks = [media('AUDIO', 'sound', 'Sound', 'LANGUAGE="en",DEFAULT=YES,AUTOSELECT=YES,URI="AUDIO.m3u8"')];
  if (commentary) {
    tracks.push(media('AUDIO', 'sound', 'Commentary', 'LANGUAGE="fr",AUTOSELECT=YES,URI="COMMENTARY.m3u8"'));
  }
  if (around) {
    const marked = 'LANGUAGE="en",DEFAULT=NO,AUTOSELECT=NO,CHANNELS="4",CHARACTERISTICS="atelier.ambisonic"';
    tracks.push(media('AUDIO', 'sound', 'Sound (ambisonic)', `${marked},URI="AUDIO360.m3u8"`));
  }
  if (captions) {
    tracks.push(media('SUBTITLES', 'text', 'English', 'LANGUAGE="en",DEFAULT=NO,AUTOSELECT=YES,URI="CAPTIONS.m3u8"'));
    tracks.push(media('SUBTITLES', 'text', 'Deutsch', 'LANGUAGE="de",DEFAULT=NO,AUTOSELECT=YES,URI="CAPTIONS.m3u8"'));
  }
  return ['#EXTM3U', '#EXT-X-VERSION:7', '#EXT-X-INDEPENDENT-SEGMENTS', ...tracks, ...variants, ''].join('\n');
}

/**
 * A media playlist of the fixture.
 * @param segments how many there are yet; all of them end it
 */
export function mediaPlaylist(name, growing, segments) {
  if (name === 'CAPTIONS') {
    const header = `#EXTM3U\n#EXT-X-VERSION:7\n#EXT-X-TARGETDURATION:${SECONDS}\n#EXT-X-PLAYLIST-TYPE:VOD\n`;
    return `${header}#EXTINF:${SECONDS},\n/fixture/captions.vtt\n#EXT-X-ENDLIST\n`;
  }
  name = name === 'COMMENTARY' ? 'AUDIO' : name;
  // Ambisonic sound has the same packets in the same segments.
  const lines = readFileSync(join(FOLDER, name.replace('360', ''), 'media.m3u8'), 'utf8').split('\n');
  const text = lines.map((line) => line.replace(/^([^#].*)$/, `/fixture/${name}/$1`).replace('"init.mp4"', `"/fixture/${name}/init.mp4"`));
  if (!growing) {
    return text.join('\n');
  }
  const event = text.map((line) => line.replace('PLAYLIST-TYPE:VOD', 'PLAYLIST-TYPE:EVENT\n#EXT-X-START:TIME-OFFSET=0'));
  const ends = event.flatMap((line, index) => (line !== '' && !line.startsWith('#') ? [index] : []));
  return segments >= ends.length ? event.join('\n') : `${event.slice(0, ends[segments - 1] + 1).join('\n')}\n`;
}

/** Draws the number of each picture into it. */
function numbered() {
  const square = (index, colour, when) => `drawbox=x=${index * SQUARE}:y=0:w=${SQUARE}:h=${SQUARE}:color=${colour}:t=fill${when}`;
  const bits = Array.from({ length: BITS }, (_, bit) => square(bit, 'white', `:enable='gt(bitand(n,${2 ** bit}),0)'`));
  const ground = `drawbox=x=0:y=0:w=${SQUARE * BITS}:h=${SQUARE}:color=black:t=fill`;
  return [ground, ...bits, square(BITS, 'white', '')].join(',');
}

function commandOf(folder, pictures, around) {
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
    ...['-f', 'lavfi', '-i', pictures],
    ...['-f', 'lavfi', '-i', `sine=frequency=330:beep_factor=4:duration=${SECONDS}`],
    ...[...video('SD'), ...hls('SD')],
    ...[...video('HD'), ...hls('HD')],
    ...['-map', '1:a', '-c:a', 'aac', '-b:a', '96k', ...hls('AUDIO')],
    ...(around ? ['-map', '1:a', '-af', 'pan=4.0|c0=c0|c1=c0|c2=0*c0|c3=0*c0', '-c:a', 'aac', '-b:a', '192k', ...hls('AUDIO360')] : []),
    ...['-map', '0:v', '-frames:v', '1', '-s', '722x406', join(folder, 'poster.jpg')],
    ...['-map', '0:v', '-vf', 'fps=0.5,scale=160:90,tile=5x4', '-frames:v', '1', join(folder, 'storyboard.jpg')],
  ];
}
