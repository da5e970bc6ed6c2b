import { describe, expect, it } from 'vitest';
import { createLog } from '../src/logging.js';

describe('the log', () => {
  it('is one line a record for every reader, and shows nothing backwards', () => {
    const lines: string[] = [];
    const log = createLog('info', { write: (line) => void lines.push(line) });
    const text = 'a\nb\r\u0085c\u2028d\u2029e\u001b[31mf\u009bg\u202eh\u2066i\u200fj ü “é” 😀';
    log.info({ file: text }, 'something');
    expect(lines).toHaveLength(1);
    expect(lines[0]?.trimEnd().split(/[\n\r\u0085\u2028\u2029]/)).toHaveLength(1);
    expect(lines[0]?.trimEnd()).not.toMatch(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/u);
    expect(JSON.parse(lines[0] ?? '').file).toBe(text);
    expect(lines[0]).toContain('ü “é” 😀');
  });
});
