/** How long a test waits for what must come: the machine may be slow, and busy with something else. */
export const PATIENCE = 60_000;

/** Waits until something is so. */
export async function until(condition, patience = PATIENCE) {
  const end = Date.now() + patience;
  while (!(await condition())) {
    if (Date.now() > end) {
      throw new Error(`It did not come to this: ${condition}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
