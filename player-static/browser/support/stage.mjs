// What the tests of the player begin with: a browser for all; for each a server with editions of an artwork, and a page.
import { after, afterEach, before, beforeEach } from 'node:test';
import { launch, noChromium, openPage } from './chromium.mjs';
import { fixtureMedia, noFfmpeg, SECONDS } from './fixtureMedia.mjs';
import { FixtureServer, playback, rendition } from './fixtureServer.mjs';

export const skip = noChromium || noFfmpeg;
export const SLUG = 'mila/sunset';
export const COMPLETE = { ready: true, complete: true, segments: 20, sha256: 'c0ffee'.repeat(10), bytes: 4_200_000 };

export class Stage {
  browser;
  media;
  server;
  page;

  /** @param media makes what is played; gives its folder */
  constructor(media = fixtureMedia) {
    this.media = media;
  }

  async launch() {
    this.media();
    this.browser = await launch();
  }

  /** A server with editions of an artwork, and an empty page. Edition 1 is a growing SD, 2 has HD too, 3 is sealed. */
  async open() {
    this.server = await new FixtureServer(skip ? '' : this.media()).start();
    this.server.editions.set(1, { renditions: ['SD'], growing: true });
    this.server.editions.set(2, { renditions: ['SD', 'HD'], growing: true });
    this.server.editions.set(3, { renditions: ['SD', 'HD'], growing: false });
    this.page = this.browser ? await openPage(this.browser) : null;
  }

  async close() {
    await this.page?.context().close();
    await this.server.stop();
  }

  watch() {
    return this.page.goto(`${this.server.address}/watch/${SLUG}`);
  }

  /** Another page instead, on a screen of another size. */
  async look(options) {
    await this.page.context().close();
    this.page = await openPage(this.browser, options);
  }

  /** HD has come to it. */
  better(edition = 2) {
    this.server.segments = Infinity;
    const renditions = { HD: rendition(COMPLETE), SD: rendition(COMPLETE) };
    this.server.put({ slug: SLUG, progress: 0.9, playback: playback(SLUG, edition), renditions });
  }
}

/** Sets up before the tests of a file and clears away after them. */
export function stage(media = fixtureMedia) {
  const stage = new Stage(media);
  before(() => (skip ? undefined : stage.launch()));
  after(() => stage.browser?.close());
  beforeEach(() => stage.open());
  afterEach(() => stage.close());
  return stage;
}

/** The artwork as it is while SD grows. */
export function growing(fields = {}) {
  return {
    slug: SLUG,
    title: 'Sunset',
    state: 'encoding',
    durationSeconds: SECONDS,
    width: 1280,
    height: 720,
    playable: true,
    poster: '/fixture/poster.jpg',
    progress: 0.3,
    playback: playback(SLUG, 1),
    renditions: {
      HD: rendition(),
      SD: rendition({ ready: true, segments: 6 }),
      TN: rendition({ ready: true, complete: true, expectedSegments: 1, bytes: 20_000 }),
      AUDIO: rendition(COMPLETE),
    },
    ...fields,
  };
}

/** The artwork when all is made. */
export function ready(fields = {}) {
  return growing({ state: 'ready', progress: 1, playback: playback(SLUG, 3), ...fields });
}
