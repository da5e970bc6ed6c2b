import { expect, it } from 'vitest';
import { together } from '../../src/store/together.js';

/** A sender whose lots are answered one by one, when the test says so. */
function byHand() {
  const lots: { items: readonly string[]; answer(results: string[]): void; fail(error: Error): void }[] = [];
  const send = (items: readonly string[]) =>
    new Promise<string[]>((resolve, reject) => {
      lots.push({ items, answer: resolve, fail: reject });
    });
  const hand = together(send, (error) => error instanceof RangeError);
  const turn = () => new Promise((resolve) => setImmediate(resolve));
  return { lots, hand, turn };
}

it('sends one alone at once, and together what comes while it is under way', async () => {
  const { lots, hand, turn } = byHand();
  const results = ['a', 'b', 'c'].map(hand);
  await turn();
  expect(lots.map(({ items }) => items)).toEqual([['a']]);
  lots[0]?.answer(['A']);
  await turn();
  expect(lots.map(({ items }) => items)).toEqual([['a'], ['b', 'c']]);
  lots[1]?.answer(['B', 'C']);
  expect(await Promise.all(results)).toEqual(['A', 'B', 'C']);
});

it('fails all of a lot where the sender is at fault, and goes on with the next', async () => {
  const { lots, hand, turn } = byHand();
  const results = Promise.allSettled(['a', 'b'].map(hand));
  lots[0]?.fail(new Error('away'));
  await turn();
  lots[1]?.answer(['B']);
  expect((await results).map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
});

it('sends each alone where one of a lot is at fault', async () => {
  const { lots, hand, turn } = byHand();
  const results = Promise.allSettled(['a', 'b', 'c', 'd'].map(hand));
  lots[0]?.answer(['A']);
  await turn();
  lots[1]?.fail(new RangeError('c'));
  await turn();
  lots[2]?.answer(['B']);
  await turn();
  lots[3]?.fail(new RangeError('c'));
  await turn();
  lots[4]?.answer(['D']);
  expect(lots.map(({ items }) => items.join(''))).toEqual(['a', 'bcd', 'b', 'c', 'd']);
  expect((await results).map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
});

it('sends no more than five hundred at once', async () => {
  const sent: number[] = [];
  const hand = together<number, number>(
    async (items) => {
      sent.push(items.length);
      return items;
    },
    () => false,
  );
  await Promise.all(Array.from({ length: 1201 }, (_, at) => hand(at)));
  expect(sent).toEqual([1, 500, 500, 200]);
});
