// How soon spheres that are dropped into the inbox can be looked around in, in Chromium. Prints a table. Needs CHROMIUM, FFMPEG and ATELIER_JAR.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Application } from '../browser/support/application.mjs';
import { launch, openPage, screenshot } from '../browser/support/chromium.mjs';
import { dropAndLook, sphereFilm, turns } from '../browser/support/looking.mjs';

const REAL = fileURLToPath(new URL('../../../shared/media/theta_360.mp4', import.meta.url));
const films = [
  ...(existsSync(REAL) ? [['640×322, a real clip', 'real', REAL]] : []),
  ['4096×2048, 30 a second, 50 Mbit/s', 'four', sphereFilm(4096, '50M', 30)],
  ['7680×3840, 30 a second, 100 Mbit/s', 'eight', sphereFilm(7680, '100M', 30)],
];

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
    } finally {
      await application.stop();
    }
  }
} finally {
  await browser.close();
}
