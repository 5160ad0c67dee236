// A film with two sounds and subtitles in two languages, as broadcasters deliver them.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const FOLDER = fileURLToPath(new URL('../../target/players/', import.meta.url));
const SECONDS = 24;

/** Its path. Made once, by the FFmpeg of FFMPEG. */
export function filmWithTracks() {
  const film = join(FOLDER, 'two-sounds.mkv');
  if (!existsSync(film)) {
    mkdirSync(FOLDER, { recursive: true });
    const texts = [subtitles('en', 'The sea is quiet.'), subtitles('de', 'Das Meer ist still.')];
    const lavfi = (source) => ['-f', 'lavfi', '-i', source];
    execFileSync(process.env.FFMPEG, [
      ...['-v', 'error', '-y'],
      ...lavfi(`testsrc2=s=1280x720:r=25:d=${SECONDS},noise=alls=12:allf=t`),
      ...lavfi(`sine=f=330:r=48000:d=${SECONDS}`),
      ...lavfi(`sine=f=550:r=48000:d=${SECONDS}`),
      ...texts.flatMap((text) => ['-i', text]),
      ...[0, 1, 2, 3, 4].flatMap((input) => ['-map', `${input}`]),
      ...['-c:v', 'libx264', '-preset', 'ultrafast', '-b:v', '4M', '-g', '50', '-pix_fmt', 'yuv420p', '-c:a', 'aac', '-c:s', 'srt'],
      ...['-metadata:s:a:0', 'language=eng', '-metadata:s:a:1', 'language=fra'],
      ...['-metadata:s:s:0', 'language=eng', '-metadata:s:s:1', 'language=deu'],
      join(FOLDER, 'making.mkv'),
    ]);
    renameSync(join(FOLDER, 'making.mkv'), film);
  }
  return film;
}

function subtitles(name, words) {
  const file = join(FOLDER, `${name}.srt`);
  const cue = (number, from, to) => `${number}\n00:00:${from},000 --> 00:00:${to},000\n${words}\n\n`;
  writeFileSync(file, cue(1, '01', '08') + cue(2, '12', '20'));
  return file;
}
