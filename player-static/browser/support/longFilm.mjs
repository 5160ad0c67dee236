// Long films, quickly: one piece is encoded, and its copies are told apart by a word in each picture's data, so that no chunk is like another.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const TARGET = fileURLToPath(new URL('../../target/', import.meta.url));
const PIECE = 20;
const UUID = '086f3693-b7b3-4f2c-9653-21492feee5b8';

/** A film of some seconds (a multiple of 20) with sound, a key frame every 2 s. Made once. */
export function longFilm(seconds, size = '1280x720', rate = '4M') {
  const film = join(TARGET, `film-${size}-${seconds}s.mp4`);
  if (!existsSync(film)) {
    const folder = join(TARGET, `film-${size}-${seconds}s.making`);
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    const first = join(folder, 'first.mp4');
    const pictures = ['-f', 'lavfi', '-i', `testsrc2=s=${size}:r=25:d=${PIECE},noise=alls=12:allf=t`];
    const sound = ['-f', 'lavfi', '-i', `sine=f=330:r=48000:d=${PIECE}`];
    const coding = ['-c:v', 'libx264', '-preset', 'ultrafast', '-b:v', rate, '-g', '50', '-pix_fmt', 'yuv420p', '-c:a', 'aac'];
    ffmpeg([...pictures, ...sound, ...coding, '-shortest', first]);
    const names = Array.from({ length: seconds / PIECE }, (_, number) => copy(first, folder, number));
    writeFileSync(join(folder, 'list.txt'), names.map((name) => `file '${name}'\n`).join(''));
    ffmpeg(['-f', 'concat', '-i', join(folder, 'list.txt'), '-c', 'copy', join(folder, 'film.mp4')]);
    renameSync(join(folder, 'film.mp4'), film);
    rmSync(folder, { recursive: true });
  }
  return film;
}

function copy(first, folder, number) {
  const name = `${number}.mp4`;
  const word = ['-bsf:v', `h264_metadata=sei_user_data=${UUID}+piece${number}`];
  ffmpeg(['-i', first, '-c', 'copy', ...word, join(folder, name)]);
  return name;
}

function ffmpeg(words) {
  execFileSync(process.env.FFMPEG, ['-v', 'error', '-y', ...words]);
}
