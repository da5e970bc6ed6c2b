/**
 * A stream of bytes as lines: each ends with LF, or CR and LF, and with nothing else. (`node:readline` also ends one at a lone CR,
 * and from Node 24 on at U+2028 and U+2029, which people paste along with a sentence.) What follows the last line break is a line
 * where there is anything. Bytes that are no UTF-8 become U+FFFD; a byte order mark at the beginning is dropped.
 */
export async function* linesOf(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let begun = '';
  for await (const chunk of bytes) {
    const [first = '', ...others] = decoder.decode(chunk, { stream: true }).split('\n');
    begun += first;
    for (const next of others) {
      yield withoutReturn(begun);
      begun = next;
    }
  }
  begun += decoder.decode();
  if (begun !== '') yield withoutReturn(begun);
}

function withoutReturn(line: string): string {
  return line.endsWith('\r') ? line.slice(0, -1) : line;
}

/** A value as one line of JSON, whichever signs its reader takes for the end of a line. */
export function jsonLine(value: unknown): string {
  return JSON.stringify(value).replace(
    /[\u0085\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
