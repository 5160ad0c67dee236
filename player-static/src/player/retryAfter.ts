const LONGEST = 60_000;

/**
 * How long a server wants to be left alone: its `Retry-After` (RFC 9110, 10.2.3) in milliseconds, a minute at most. Null
 * where it does not say.
 *
 * @param value seconds or an HTTP date
 * @param now milliseconds since 1970
 */
export function retryAfter(value: string | null, now: number): number | null {
  const text = value?.trim() ?? '';
  const milliseconds = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - now;
  return Number.isNaN(milliseconds) ? null : Math.min(LONGEST, Math.max(0, milliseconds));
}
