import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { jsonLine, linesOf } from '../../src/cli/lines.js';

/** The lines of a text that comes in pieces of `size` bytes. */
async function read(text: string | Uint8Array, size = 7): Promise<string[]> {
  const bytes = Buffer.from(text);
  const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) =>
    bytes.subarray(at * size, (at + 1) * size),
  );
  const lines: string[] = [];
  for await (const line of linesOf(Readable.from(pieces))) lines.push(line);
  return lines;
}

describe('lines of standard input', () => {
  it.each([
    ['line separator, U+2028', 'does it\u2028hurt'],
    ['paragraph separator, U+2029', 'does it\u2029hurt'],
    ['next line, U+0085', 'does it\u0085hurt'],
    ['carriage return alone', 'does it\rhurt'],
    ['vertical tab and form feed', 'does it\u000b\u000churt'],
    ['signs of four bytes, cut anywhere', '🦴 does it hurt 🦴🦴'],
  ])('a %s ends no line', async (_, line) => {
    for (const size of [1, 2, 3, 5, 1000]) expect(await read(`${line}\nnext\n`, size)).toEqual([line, 'next']);
  });

  it('end with LF or with CR and LF, also where these come in two pieces', async () => {
    for (const size of [1, 2, 3, 1000])
      expect(await read('one\r\ntwo\nthree\r\n', size)).toEqual(['one', 'two', 'three']);
    expect(await read('one\r\r\n')).toEqual(['one\r']);
  });

  it('are there without a last line break, and none is made up after one', async () => {
    expect(await read('one\ntwo')).toEqual(['one', 'two']);
    expect(await read('one\r')).toEqual(['one']);
    expect(await read('one\n')).toEqual(['one']);
    expect(await read('')).toEqual([]);
  });

  it('are kept where they are empty, since each has a result', async () => {
    expect(await read('\n\none\n\r\n\ntwo\n')).toEqual(['', '', 'one', '', '', 'two']);
  });

  it('are read by ten thousands, and in pieces much longer than a chunk', async () => {
    const many = Array.from({ length: 10_000 }, (_, at) => `question ${at}`);
    expect(await read(many.join('\n'), 997)).toEqual(many);
    const long = 'x'.repeat(300_000);
    expect(await read(`${long}\n${long}`, 1000)).toEqual([long, long]);
  });

  it('lose a byte order mark, and take bytes that are no UTF-8 for U+FFFD', async () => {
    expect(await read('\ufeffone\n\ufefftwo')).toEqual(['one', '\ufefftwo']);
    expect(await read(Uint8Array.of(0x61, 0xff, 0x0a, 0x62, 0xc3))).toEqual(['a\ufffd', 'b\ufffd']);
  });
});

describe('a line of JSON', () => {
  it('holds no sign that any reader takes for the end of a line', () => {
    const value = { question: 'a\u2028b\u2029c\u0085d\re\nf' };
    expect(jsonLine(value)).not.toMatch(/[\u0085\u2028\u2029\r\n]/);
    expect(JSON.parse(jsonLine(value))).toEqual(value);
  });
});
