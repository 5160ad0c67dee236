/** What a page holds after all that can go has gone; `session` of `context.newCDPSession(page)`. */
export async function held(session) {
  for (let round = 0; round < 3; round++) {
    await session.send('HeapProfiler.collectGarbage');
  }
  const { documents, nodes, jsEventListeners: listeners } = await session.send('Memory.getDOMCounters');
  const { usedSize: heap } = await session.send('Runtime.getHeapUsage');
  return { documents, nodes, listeners, heap };
}
