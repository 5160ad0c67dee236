// Long films, quickly: some groups of pictures are encoded, and each follows each other one once, so that no chunk of several is like another.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const TARGET = fileURLToPath(new URL('../../target/', import.meta.url));
const GROUPS = 18;
const GROUP_SECONDS = 2;

/** A film of some seconds (an even number, of 648 at most) with sound, a key frame every 2 s. Made once. */
export function longFilm(seconds, size = '1280x720', rate = '4M') {
  const film = join(TARGET, `film-${size}-${seconds}s-unlike.mp4`);
  if (!existsSync(film)) {
    const folder = join(TARGET, `film-${size}-${seconds}s.making`);
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    groups(folder, size, rate);
    const order = everyPair().slice(0, seconds / GROUP_SECONDS);
    writeFileSync(join(folder, 'order.txt'), order.map((group) => `file '${group}.mp4'\n`).join(''));
    // A tone that rises has no two pieces alike either.
    const sound = ['-f', 'lavfi', '-i', `aevalsrc=sin(2*PI*(200+t/2)*t)/4:s=48000:d=${seconds}`, '-c:a', 'aac'];
    ffmpeg(['-f', 'concat', '-i', join(folder, 'order.txt'), ...sound, '-c:v', 'copy', join(folder, 'film.mp4')]);
    renameSync(join(folder, 'film.mp4'), film);
    rmSync(folder, { recursive: true });
  }
  return film;
}

/** A de Bruijn sequence of order 2: the Lyndon words of one and two letters by the alphabet (Fredricksen and Maiorana, 1978). */
function everyPair() {
  const letters = Array.from({ length: GROUPS }, (_, letter) => letter);
  return letters.flatMap((first) => [first, ...letters.slice(first + 1).flatMap((second) => [first, second])]);
}

function groups(folder, size, rate) {
  const pictures = ['-f', 'lavfi', '-i', `testsrc2=s=${size}:r=25:d=${GROUPS * GROUP_SECONDS},noise=alls=12:allf=t`];
  const coding = ['-c:v', 'libx264', '-preset', 'ultrafast', '-b:v', rate, '-g', '50', '-pix_fmt', 'yuv420p'];
  const cutting = ['-f', 'segment', '-segment_time', `${GROUP_SECONDS}`, '-reset_timestamps', '1'];
  ffmpeg([...pictures, ...coding, ...cutting, join(folder, '%d.mp4')]);
}

function ffmpeg(words) {
  execFileSync(process.env.FFMPEG, ['-v', 'error', '-y', ...words]);
}
