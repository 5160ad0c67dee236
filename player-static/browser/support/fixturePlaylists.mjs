// The part of the fixture's server that keeps playlists for installations, with the rules of the real one about their states.

/** Answers a call below /api/playlists. */
export async function answerPlaylist(playlists, name, request, response) {
  const kept = playlists.get(name);
  const seen = request.headers['if-match'] ?? (request.headers['if-none-match'] === '*' ? null : undefined);
  if (name === '') {
    const all = [...playlists.entries()].map(([each, { body }]) => ({ name: each, title: body.title, items: count(body) }));
    return send(response, 200, all);
  }
  if (request.method === 'GET') {
    return kept ? send(response, 200, kept.body, kept.tag) : send(response, 404, { title: 'Not Found', detail: `There is no playlist '${name}'.` });
  }
  if ((kept?.tag ?? null) !== seen && seen !== '*') {
    return send(response, 412, { title: 'Precondition Failed', detail: `Playlist '${name}' was changed or removed by somebody else.` });
  }
  if (request.method === 'DELETE') {
    playlists.delete(name);
    return response.writeHead(204).end();
  }
  let text = '';
  for await (const part of request) {
    text += part;
  }
  const saved = keepPlaylist(playlists, JSON.parse(text));
  return send(response, kept ? 200 : 201, saved.body, saved.tag);
}

/** Keeps a playlist in a new state. */
export function keepPlaylist(playlists, body) {
  const saved = { body, tag: `"1-${1 + Number(playlists.get(body.name)?.tag.slice(3, -1) ?? 0)}"` };
  playlists.set(body.name, saved);
  return saved;
}

function count({ montages }) {
  return montages.reduce((sum, { tracks }) => tracks.reduce((all, { items }) => all + items.length, sum), 0);
}

function send(response, status, body, tag) {
  const type = status < 300 ? 'application/json' : 'application/problem+json';
  response.writeHead(status, { 'Content-Type': type, 'Cache-Control': 'no-cache', ...(tag && { ETag: tag }) }).end(JSON.stringify(body));
}
