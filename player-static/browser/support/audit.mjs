// Looks for what keeps people from using a page: axe-core's rules of WCAG 2.2 A and AA, and its best practices.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds on the page as it is now, or in a part of it, a line for each element; also inside open shadow roots. */
export async function findings(page, part = 'html') {
  await page.evaluate(AXE);
  return page.evaluate(async (within) => {
    const { violations } = await globalThis.axe.run(within, { resultTypes: ['violations'] });
    return violations.flatMap(({ id, help, nodes }) => nodes.map(({ target, failureSummary }) => `${id} (${help}): ${target.flat().join(' ')}: ${failureSummary}`));
  }, part);
}
