// The part of the fixture's server that has editions: those of numbers, and whole forms, which list also what is not made yet.
import { file, send, TYPES } from './fixtureAnswers.mjs';
import { mediaPlaylist, multivariant } from './fixtureMedia.mjs';

/** Answers a call below /media or /whole. */
export function answerEdition({ editions, mediaStatus, segments, stored }, path, response) {
  if (path.endsWith('/stored.json')) {
    return send(response, 200, 'application/json', JSON.stringify(stored));
  }
  const [, whole, number, name] = /^\/(?:(whole)\/.+|media\/.+\/editions)\/(\d+)\/(\w+)\.m3u8$/.exec(path) ?? [];
  const edition = editions.get(Number(number));
  if (!edition || mediaStatus) {
    return send(response, mediaStatus ?? 404, 'text/plain', '');
  }
  const text = name === 'master' ? multivariant(edition.renditions, edition) : mediaPlaylist(name, edition.growing, whole ? Infinity : segments);
  send(response, 200, TYPES['.m3u8'], text);
}

/** Answers with a segment, or another file of the fixture, as far as it is to be had. */
export function answerSegment({ spoilt, broken, notYet, retryAfter, mediaStatus }, folder, name, response) {
  const instead = spoilt.get(name);
  if (instead && instead.times-- > 0) {
    return send(response, instead.status, TYPES['.m4s'], instead.text);
  }
  if (broken.has(name)) {
    return response.destroy();
  }
  if (notYet.has(name)) {
    const headers = { 'Retry-After': retryAfter, 'Access-Control-Expose-Headers': 'Retry-After' };
    return send(response, 503, 'text/plain', 'not made yet', headers);
  }
  return mediaStatus ? send(response, mediaStatus, 'text/plain', '') : file(response, folder, name);
}
