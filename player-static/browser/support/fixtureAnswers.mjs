// How the fixture's server answers.
import { createReadStream, existsSync, statSync } from 'node:fs';
import { extname, join, normalize } from 'node:path';

export const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.jpg': 'image/jpeg',
  '.m3u8': 'application/vnd.apple.mpegurl',
  '.mp4': 'video/mp4',
  '.m4s': 'video/iso.segment',
  '.vtt': 'text/vtt',
};

export const CORS = { 'Access-Control-Allow-Origin': '*' };

/** Answers with a text. */
export function send(response, status, type, text, headers = {}) {
  response.writeHead(status, { 'Content-Type': type, 'Cache-Control': 'no-store', ...CORS, ...headers }).end(text);
}

/** Answers with a file of a folder. */
export function file(response, folder, name) {
  const path = join(folder, normalize(name));
  if (!path.startsWith(folder) || !existsSync(path) || !statSync(path).isFile()) {
    return send(response, 404, 'text/plain', 'not there');
  }
  response.writeHead(200, { 'Content-Type': TYPES[extname(path)] ?? 'application/octet-stream', ...CORS });
  createReadStream(path).pipe(response);
}
