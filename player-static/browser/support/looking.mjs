// Drops a 360° film, and looks around in it as soon as it can be.
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const TARGET = fileURLToPath(new URL('../../target/', import.meta.url));

/** Encoding on a machine that is slow and busy takes its time. */
const LONG = 300_000;

/** 8 s of a picture that is twice as wide as high, with sound, a key frame every 2 s; as many bits as cameras write. Made once. */
export function sphereFilm(width, rate, perSecond) {
  const film = join(TARGET, `sphere-${width}-${perSecond}.mp4`);
  if (!existsSync(film)) {
    mkdirSync(TARGET, { recursive: true });
    const drawn = `mandelbrot=s=960x480:r=${perSecond}:start_scale=3,scale=${width}:${width / 2}:flags=bicubic,noise=alls=4:allf=t`;
    const inputs = ['-f', 'lavfi', '-i', drawn, '-f', 'lavfi', '-i', 'sine=f=440', '-t', '8'];
    const coding = ['-c:v', 'libx264', '-preset', 'ultrafast', '-b:v', rate, '-g', `${2 * perSecond}`, '-pix_fmt', 'yuv420p', '-c:a', 'aac'];
    execFileSync(process.env.FFMPEG, ['-v', 'error', '-y', ...inputs, ...coding, `${film}.making.mp4`]);
    renameSync(`${film}.making.mp4`, film);
  }
  return film;
}

/** Says beside where a film will be that it is a sphere. */
export function tell(application, slug) {
  const details = join(application.home, 'inbox', `${slug}.yml`);
  mkdirSync(dirname(details), { recursive: true });
  writeFileSync(details, 'projection: equirectangular\n');
}

/** Milliseconds from the end of a copy until the film moves in a view that can be turned. */
export async function dropAndLook(page, application, film, slug) {
  tell(application, slug);
  await page.goto(`${application.address}/watch/${slug}`);
  await page.getByText('No such artwork').waitFor();
  await application.drop(film, `${slug}.mp4`);
  const dropped = performance.now();
  await sphere(page).waitFor({ timeout: LONG });
  await page.waitForFunction(() => document.querySelector('atelier-player').video?.currentTime > 0.1, undefined, { timeout: LONG, polling: 25 });
  return Math.round(performance.now() - dropped);
}

/** Where what is around is drawn. */
export function sphere(page) {
  return page.locator('atelier-player #sphere canvas');
}

/** Whether something else is seen after a drag, while the film stands still. */
export async function turns(page) {
  await page.evaluate(() => document.querySelector('atelier-player').video.pause());
  const { x, y, width, height } = await sphere(page).boundingBox();
  const middle = { x: x + width / 2 - 20, y: y + height / 2 - 20, width: 40, height: 40 };
  const before = await settled(page, middle);
  await page.mouse.move(x + width / 2, y + height / 3);
  await page.mouse.down();
  await page.mouse.move(x + width / 5, y + height / 3, { steps: 8 });
  await page.mouse.up();
  return !(await settled(page, middle)).equals(before);
}

/** What is seen there, once that no longer changes. */
async function settled(page, clip) {
  let last = await page.screenshot({ clip });
  for (;;) {
    const next = await page.screenshot({ clip });
    if (next.equals(last)) {
      return next;
    }
    last = next;
  }
}
