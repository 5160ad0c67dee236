// Checks what is served against the rules of HLS, by `bin/check-hls`.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const COMMAND = fileURLToPath(new URL('../../../bin/check-hls', import.meta.url));

/** Whether an address conforms, that in few words, and what was found. */
export async function conformance(address) {
  const child = spawn(COMMAND, [address], { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  child.stdout.on('data', (part) => (said += part));
  const code = await new Promise((resolve) => child.once('close', resolve));
  const [summary = 'nothing was said', ...findings] = said.trimEnd().split('\n');
  return {
    conforms: code === 0,
    text: summary.replace(/^.*?: /, ''),
    findings: findings.length > 0 || code !== 0 ? [summary, ...findings] : [],
  };
}
