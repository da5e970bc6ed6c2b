import { describe, expect, it } from 'vitest';
import { glossaryReply, noTermReply } from '../../src/replies/glossary.js';
import { nearest } from '../../src/replies/nearest.js';
import { findTopic } from '../../src/replies/topics.js';
import { faqOf } from '../frozen.js';

describe('a name typed with a slip', () => {
  it.each([
    ['saftey', 'safety'],
    ['Evidance', 'evidence'],
    ['hygine', 'hygiene'],
    ['comparsons', 'comparisons'],
    ['after surgrey', 'surgery'],
    ['warning sgins', 'warning-signs'],
  ])('is still that topic: %s', async (typed, id) => {
    expect(findTopic(typed, (await faqOf()).knowledge)?.id).toBe(id);
  });

  it.each(['wifi', 'parking', 'xyz', 'lunch menu', 'dog'])('is no topic where none is near: %s', async (typed) => {
    expect(findTopic(typed, (await faqOf()).knowledge)).toBeNull();
  });

  it.each([
    ['keliod', 'Keloid'],
    ['petechia', 'Petechiae'],
    ['fibroblats', 'Fibroblast'],
    ['lateral epicondilitis', 'Lateral epicondylitis'],
  ])('is still that term: %s', async (typed, name) => {
    expect(glossaryReply(typed, (await faqOf()).knowledge).text).toMatch(new RegExp(`^\\*${name}\\*\n`));
  });

  it('is no term where none is near, and a short word is not bent', async () => {
    const { knowledge } = await faqOf();
    for (const typed of ['dog', 'xyz', 'parking']) expect(noTermReply(typed, knowledge)?.text).toContain('is not in');
  });

  it('means neither of two that are as near', () => {
    const names = (name: string) => [name];
    expect(nearest('tissue a', ['tissue b', 'tissue c'], names)).toBeNull();
    expect(nearest('tisseu', ['tissue', 'tendon'], names)).toBe('tissue');
  });
});
