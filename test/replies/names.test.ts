import { describe, expect, it } from 'vitest';
import { button } from '../../src/replies/blocks.js';
import { NAMES, type Name, nameOf } from '../../src/replies/names.js';

describe('the ids that Slack hands back', () => {
  it.each(Object.keys(NAMES) as Name[])('tell "%s" again, with or without a number', (name) => {
    expect(nameOf(NAMES[name])).toBe(name);
    expect(nameOf(button(name, { label: 'x', value: 'x' }, 12).action_id ?? '')).toBe(name);
  });

  it.each(['', 'unknown', 'read:', 'read:x', 'read:1234', ' read', 'constructor', 'toString:1'])(
    'are none of ours: "%s"',
    (id) => {
      expect(nameOf(id)).toBeUndefined();
    },
  );
});
