import { DatabaseSync } from '@photostructure/sqlite';
import { describe, expect } from 'vitest';
import { BOT_TOKEN } from './bot.js';
import { check } from './check.js';
import { question } from './knowledge.js';
import { mention } from './payloads.js';
import type { Stage } from './stage.js';
import { until } from './wait.js';

const NEW_TOKEN = { SLACK_BOT_TOKEN: 'xoxb-2222-another-secret' };

/** Lets a question be kept under the token of before. */
async function asked(here: Stage): Promise<void> {
  const bot = await here.bot();
  await bot.deliver(mention({ text: question(1) }));
  await until('the row', () => here.rows('select id from asked').length === 1);
  await bot.stop();
}

describe('another key than that of the rows', () => {
  check(33, 'is refused at the start with both ways out, and the key of before is taken again', async ({ stage }) => {
    const here = await stage({ entries: 20 });
    await asked(here);
    const refused = await here.bot({ env: NEW_TOKEN, wait: false });
    expect((await refused.exit).code).toBe(1);
    expect(refused.output()).toMatch(/Set PERSON_KEY to the key of before.*npm run -s forget-everybody -- --yes/);
    expect(refused.output()).not.toMatch(/xoxb-|\n {4}at /);
    const again = await here.bot({ env: { ...NEW_TOKEN, PERSON_KEY: BOT_TOKEN } });
    await again.deliver(mention({ text: question(2) }));
    await until('its row', () => here.rows('select id from asked').length === 2);
    expect(here.rows('select distinct person from asked')).toHaveLength(1);
  });

  check(
    33,
    'ends the process once a store that was away at the start is there, and no row is written',
    async ({ stage }) => {
      const here = await stage({ entries: 20 });
      await asked(here);
      const lock = new DatabaseSync(here.database, { timeout: 5000 });
      lock.exec('begin immediate');
      const bot = await here.bot({ env: NEW_TOKEN });
      const { status } = await bot.deliver(mention({ text: question(2) }));
      await until('the answer', () => here.slack.posts.length === 2);
      lock.exec('rollback');
      lock.close();
      expect(status).toBe(200);
      expect((await bot.exit).code).toBe(1);
      expect(bot.output()).toMatch(/Set PERSON_KEY to the key of before/);
      expect(here.rows('select id from asked')).toHaveLength(1);
    },
  );
});
