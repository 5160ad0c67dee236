// What players do with an edition that is still being made: `node tools/checkPlayers.mjs [form…]`. Prints a table.
import { SECONDS } from '../browser/support/fixtureMedia.mjs';
import { players, verdict } from './players/clients.mjs';
import { Editions, FORMS } from './players/editions.mjs';

const LONGEST = 75_000;

/** Each has an edition of its own: what is asked for is made. */
async function watch(play, form) {
  const server = await new Editions().start();
  try {
    const result = await play(server.begin(form), LONGEST);
    return verdict(result, SECONDS, server.refused);
  } finally {
    server.stop();
  }
}

const { clients, close } = await players();
const forms = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(FORMS);
console.log(`A film of ${SECONDS} s of which a second is made in half a second; its better rendition…\n`);
console.log(`| … while there is none of it | ${Object.keys(clients).join(' | ')} |`);
console.log(`|---|${'---|'.repeat(Object.keys(clients).length)}`);
for (const form of forms) {
  const cells = await Promise.all(Object.values(clients).map((play) => watch(play, form)));
  console.log(`| ${form}: ${FORMS[form]} | ${cells.join(' | ')} |`);
}
await close();
