// What 200 change-overs leave behind: nothing. It takes minutes: ATELIER_FULL=true runs it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changeovers } from './support/changeovers.mjs';
import { skip, stage } from './support/stage.mjs';

const TIMES = 200;
const WARM = 20;
const it = stage();
const notAsked = process.env.ATELIER_FULL === 'true' ? false : 'set ATELIER_FULL=true to run this long test';

test('200 change-overs leave no memory, nodes or listeners behind', { skip: skip || notAsked }, async (t) => {
  const { page } = it;
  const { before: warm, after: end } = await changeovers(it, WARM, TIMES);
  t.diagnostic(`after ${WARM}: ${JSON.stringify(warm)}; after ${TIMES}: ${JSON.stringify(end)}`);
  assert.equal(await page.locator('atelier-player video').count(), 1);
  assert.equal(end.documents, warm.documents);
  assert.ok(end.nodes < warm.nodes + 100, `${end.nodes - warm.nodes} more nodes`);
  assert.ok(end.listeners < warm.listeners + 100, `${end.listeners - warm.listeners} more listeners`);
  assert.ok(end.heap < warm.heap + 4_000_000, `${end.heap - warm.heap} more bytes`);
  assert.deepEqual(page.complaints, []);
});
