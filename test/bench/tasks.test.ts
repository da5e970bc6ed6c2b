import { describe, expect, it } from 'vitest';
import { measure } from '../../src/bench/measure.js';
import { PEERS } from '../../src/bench/peers.js';
import { syntheticTask } from '../../src/bench/tasks.js';

describe('the bench', () => {
  it('makes the same task every time', () => {
    expect(syntheticTask(20)).toEqual(syntheticTask(20));
  });

  it.each(PEERS)('measures $name', async (peer) => {
    const row = await measure(syntheticTask(12, 20), peer);
    expect(row).toMatchObject({ peer: peer.name, task: 'synthetic 12 × 10' });
    expect(row.top1).toBeGreaterThan(0.3);
    expect(row.top3).toBeGreaterThanOrEqual(row.top1);
  });
});
