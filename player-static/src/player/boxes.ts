/** A box of a media file (ISO/IEC 14496-12, 4.2): its length, its name, what is in it. */
export function box(name: string, ...content: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const size = content.reduce((sum, { length }) => sum + length, 8);
  return joined(uint32(size), letters(name), ...content);
}

/** Puts bytes one behind the other. */
export function joined(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** Numbers of 32 bits, the highest byte first. */
export function uint32(...numbers: readonly number[]): Uint8Array<ArrayBuffer> {
  const view = new DataView(new ArrayBuffer(4 * numbers.length));
  numbers.forEach((number, at) => view.setUint32(4 * at, number));
  return new Uint8Array(view.buffer);
}

export function letters(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}

/**
 * What is in the first box that a path leads to; null where there is none.
 *
 * @param path names, the outermost first
 */
export function inside(file: Uint8Array, ...path: readonly string[]): Uint8Array | null {
  const [name, ...deeper] = path;
  if (name === undefined) {
    return file;
  }
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  for (let at = 0; at + 8 <= file.length; ) {
    const size = view.getUint32(at);
    if (size < 8 || at + size > file.length) {
      return null;
    }
    if (String.fromCharCode(...file.subarray(at + 4, at + 8)) === name) {
      return inside(file.subarray(at + 8, at + size), ...deeper);
    }
    at += size;
  }
  return null;
}
