// How soon spheres that are dropped into the inbox can be looked around in, in Chromium. Prints a table. Needs CHROMIUM, FFMPEG and ATELIER_JAR.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Application } from '../browser/support/application.mjs';
import { launch, openPage, screenshot } from '../browser/support/chromium.mjs';
import { until } from '../browser/support/conditions.mjs';
import { dropAndLook, sphereFilm, tell, turns } from '../browser/support/looking.mjs';

/** Chunks of what is this large take minutes. */
const LONG = 1_200_000;

const REAL = fileURLToPath(new URL('../../../shared/media/theta_360.mp4', import.meta.url));
const films = [
  ...(existsSync(REAL) ? [['640×322, a real clip', 'real', REAL]] : []),
  ['4096×2048, 30 a second, 50 Mbit/s', 'four', sphereFilm(4096, '50M', 30)],
  ['7680×3840, 30 a second, 100 Mbit/s', 'eight', sphereFilm(7680, '100M', 30)],
];

/** Milliseconds until another sphere can be played that is dropped while both slots are taken by chunks of the first. */
async function beside(application) {
  await until(async () => {
    const jobs = await (await fetch(`${application.address}/api/work?state=running`)).text();
    return jobs.match(/"rendition":/g)?.length >= 2;
  }, LONG);
  tell(application, 'bench/second');
  await application.drop(sphereFilm(4096, '50M', 30), 'bench/second.mp4');
  const dropped = performance.now();
  await application.artwork('bench/second', ({ playable }) => playable, LONG);
  return performance.now() - dropped;
}

const browser = await launch();
console.log('| | found | goal |\n|---|---|---|');
try {
  for (const [what, name, film] of films) {
    const application = await new Application().start();
    try {
      const page = await openPage(browser);
      const found = await dropAndLook(page, application, film, `bench/${name}`);
      await screenshot(page, `look-${name}`);
      const how = (await turns(page)) ? '' : '; it could not be turned';
      console.log(`| ${what}: end of the copy to a view that moves and is turned | ${(found / 1000).toFixed(1)} s${how} | 10 s |`);
      await page.context().close();
      if (name === 'eight') {
        const second = await beside(application);
        console.log(`| 4096×2048 while both slots make chunks of that: end of the copy to an edition that plays | ${(second / 1000).toFixed(1)} s | 10 s |`);
      }
    } finally {
      await application.stop();
    }
  }
} finally {
  await browser.close();
}
