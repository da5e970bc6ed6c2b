import { cpSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { loadKnowledge } from '../../src/knowledge/load.js';
import type { Bot } from './bot.js';
import { BREAKAGES, SURPRISES } from './breakages.js';
import { check } from './check.js';
import { LONG } from './form.js';
import { marks, question, writeKnowledge } from './knowledge.js';
import { directMessage, mention } from './payloads.js';
import { generator } from './random.js';
import { byRename, bySed, bySwap, FILE, fileOf, inPieces } from './saving.js';
import type { Stage } from './stage.js';
import { each, ms, numbers, quantile, sleep, until } from './wait.js';

/** The entry that is asked. */
const ASKED = 3;

describe('reloading', () => {
  check(
    21,
    'serves wholly old or wholly new answers while files are saved in any manner',
    async ({ stage, figure }) => {
      const here = await stage({ entries: 300 });
      const real = join(here.folder, 'real-1');
      const link = join(here.folder, 'linked');
      cpSync(here.knowledge, real, { recursive: true });
      symlinkSync(real, link);
      const [bot, linked] = [await here.bot(), await here.bot({ knowledge: link })];
      const manners: [string, Bot, (edition: number) => Promise<void>][] = [
        ['in place', bot, async (edition) => writeFileSync(join(here.knowledge, FILE), fileOf(edition))],
        ['in three pieces', bot, (edition) => inPieces(join(here.knowledge, FILE), fileOf(edition))],
        ['by rename', bot, async (edition) => byRename(here.knowledge, edition)],
        ['by rename again', bot, async (edition) => byRename(here.knowledge, edition)],
        ['by sed -i', bot, async (edition) => bySed(here.knowledge, edition)],
        ['all files at once', bot, async (edition) => writeKnowledge(here.knowledge, 300, edition)],
        ['by swapped links', linked, async (edition) => bySwap(here, link, edition)],
      ];
      const slowest: Record<string, number> = {};
      let torn = 0;
      let asked = 0;
      for (const [at, [name, which, save]] of manners.entries()) {
        const edition = at + 2;
        const channel = `C0SAVES${String(at).padStart(2, '0')}`;
        let over = false;
        const asking = (async () => {
          while (!over) {
            await which.deliver(mention({ text: question(ASKED), channel }));
            asked += 1;
            await sleep(50);
          }
        })();
        await save(edition);
        const texts = () => here.slack.posts.filter(({ args }) => args.channel === channel).map(({ text }) => text);
        slowest[name] = await until(
          `the new text ${name}`,
          () => texts().at(-1)?.includes(`edition ${edition}.`) ?? false,
          15_000,
        );
        over = true;
        await asking;
        torn += texts().filter((text) => !isWhole(text, edition)).length;
      }
      await until('all answers', () => here.slack.posts.length >= asked);
      figure(
        `${asked} questions meanwhile, ${torn} torn, 0 missing; new text after ${Object.values(slowest).map(ms).join(', ')}`,
      );
      expect(torn).toBe(0);
      for (const took of Object.values(slowest)) expect(took).toBeLessThan(5000);
    },
  );

  check(
    22,
    'keeps the last good knowledge beside any broken file, names the place, and recovers',
    async ({ stage, figure }) => {
      const here = await stage();
      const bot = await here.bot();
      const path = join(here.knowledge, FILE);
      const kinds = LONG ? BREAKAGES : BREAKAGES.filter(({ often }) => often);
      for (const { name, broken, told } of kinds) {
        const logged = bot.log().length;
        writeFileSync(path, broken(fileOf(1)));
        await until(
          `${name} is refused`,
          () =>
            bot
              .log()
              .slice(logged)
              .some(({ msg }) => msg === 'knowledge not reloaded'),
          10_000,
        );
        const problem = bot
          .log()
          .slice(logged)
          .find(({ msg }) => msg === 'knowledge problem');
        if (told)
          expect(problem, name).toMatchObject({
            file: FILE,
            line: expect.any(Number),
            code: expect.stringMatching(/^K\d{3}$/),
          });
        expect((await bot.ready()).body.knowledge?.refused, name).toEqual(expect.any(String));
        expect(await answerTo(here, bot), name).toContain('edition 1.');
      }
      writeFileSync(path, fileOf(2));
      const back = await until('it recovers', async () => (await answerTo(here, bot)).includes('edition 2.'), 10_000);
      expect((await bot.ready()).body.knowledge?.current).toBe(true);
      figure(`${kinds.length} kinds of broken files: old content each time, place named; recovered after ${ms(back)}`);
    },
  );

  check(22, 'refuses to start with a broken file, and says where it is', async ({ stage, figure }) => {
    const here = await stage({ entries: 20 });
    writeFileSync(join(here.knowledge, FILE), 'topic: "open\nentries: [\n');
    const bot = await here.bot({ wait: false });
    const { code, after } = await bot.exit;
    figure(`exit ${code} after ${ms(after)}`);
    expect(code).toBe(1);
    expect(bot.output()).toMatch(new RegExp(`${FILE}:\\d+:\\d+ error K101`));
    expect(bot.output()).not.toMatch(/^\s+at /m);
  });

  check(22, 'lets no truncated file go into service unnoticed', async ({ stage, figure }) => {
    const here = await stage({ entries: 60 });
    const next = generator(22);
    const whole = fileOf(1);
    let noticed = 0;
    const cuts = numbers(LONG ? 400 : 40).map(() => 1 + next(whole.length - 2));
    for (const cut of cuts) {
      writeFileSync(join(here.knowledge, FILE), whole.slice(0, cut));
      const { knowledge, problems } = await loadKnowledge(here.knowledge);
      const entries = knowledge?.entries.size ?? 0;
      // A cut right after a line break may leave whole entries; then the count tells.
      if (knowledge === null || problems.some(({ code }) => code === 'K111') || entries < 60 * 0.8) noticed += 1;
      else expect(whole.slice(0, cut).endsWith('\n'), `cut at ${cut}`).toBe(true);
    }
    figure(`${noticed} of ${cuts.length} cuts noticed, the others end at a line`);
    expect(noticed).toBeGreaterThan(cuts.length * 0.85);
  });

  check(23, 'keeps the surprises of YAML as they were typed, or names them', async ({ stage, figure }) => {
    const here = await stage({ entries: 20 });
    for (const { name, change, outcome } of SURPRISES) {
      writeFileSync(join(here.knowledge, FILE), change(fileOf(1)));
      const { knowledge, problems } = await loadKnowledge(here.knowledge);
      const codes = problems.map(({ code }) => code);
      if ('says' in outcome) expect(codes, name).toContain(outcome.says);
      else
        expect(
          [...(knowledge?.entries.values() ?? [])].some(({ answer, questions }) =>
            `${answer}${questions}`.includes(outcome.keeps),
          ),
          `${name}: ${codes}`,
        ).toBe(true);
    }
    figure(`${SURPRISES.length} surprises: kept as typed, or named`);
  });

  check(29, 'of many entries happens beside the answering', async ({ stage, figure }) => {
    const entries = LONG ? 10_000 : 1_000;
    const here = await stage({ entries });
    const bot = await here.bot();
    const times: number[] = [];
    let over = false;
    let ack = 0;
    const asking = (async () => {
      while (!over) {
        const from = here.slack.posts.length;
        const begun = performance.now();
        const acks = await each(numbers(20), 20, (at) => bot.deliver(mention({ text: question(at * 17) })));
        ack = Math.max(ack, ...acks.map((each) => each.ms));
        await until('20 answers', () => here.slack.posts.length >= from + 20);
        times.push(...here.slack.posts.slice(from).map(({ at }) => at - begun));
        await sleep(200);
      }
    })();
    writeKnowledge(here.knowledge, entries, 2);
    const took = await until(
      'the new edition',
      () => here.slack.posts.at(-1)?.text.includes('edition 2.') ?? false,
      60_000,
    );
    over = true;
    await asking;
    const p99 = quantile(times, 0.99);
    figure(
      `${entries} entries: ready after ${ms(bot.startedIn)}, new after ${ms(took)}, p99 of 20 at once ${ms(p99)}, slowest ack ${ms(ack)}, ${bot.memory().toFixed(0)} MB`,
    );
    expect(bot.startedIn).toBeLessThan(15_000);
    expect(ack).toBeLessThan(3000);
    expect(p99).toBeLessThan(LONG ? 1000 : 500);
    expect(bot.memory()).toBeLessThan(600);
  });
});

function isWhole(text: string, upTo: number): boolean {
  return numbers(upTo + 1).some((edition) => {
    const { first, last } = marks(ASKED, edition);
    return text.includes(first) && text.includes(last);
  });
}

async function answerTo({ slack }: Stage, bot: Bot): Promise<string> {
  const before = slack.posts.length;
  await bot.deliver(directMessage({ text: question(ASKED) }));
  await until('an answer', () => slack.posts.length > before);
  return slack.posts.at(-1)?.text ?? '';
}
