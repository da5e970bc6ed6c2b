import { cpSync, openSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
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

/** The level of a warning in the log. */
const WARN = 40;
/** The entry that is asked. */
const ASKED = 3;

describe('reloading', () => {
  check(
    21,
    'serves wholly old or wholly new answers while files are saved in any manner',
    async ({ stage, figure, allowed }) => {
      const here = await stage({ entries: 300 });
      const real = join(here.folder, 'real-1');
      const link = join(here.folder, 'linked');
      cpSync(here.knowledge, real, { recursive: true });
      symlinkSync(real, link, 'junction');
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
      for (const took of Object.values(slowest)) expect(took).toBeLessThan(allowed(5000));
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
        await until(`${name} is refused`, () =>
          bot
            .log()
            .slice(logged)
            .some(({ msg }) => msg === 'knowledge not in service'),
        );
        const lines = bot
          .log()
          .slice(logged)
          .filter(({ level }) => Number(level) >= WARN);
        expect(lines, name).toHaveLength(1);
        if (told)
          expect(lines[0], name).toMatchObject({
            file: FILE,
            line: expect.any(Number),
            code: expect.stringMatching(/^K\d{3}$/),
          });
        expect((await bot.ready()).body.knowledge?.refused, name).toEqual(expect.any(String));
        expect(await answerTo(here, bot), name).toContain('edition 1.');
      }
      writeFileSync(path, fileOf(2));
      const back = await until('it recovers', async () => (await answerTo(here, bot)).includes('edition 2.'));
      expect((await bot.ready()).body.knowledge?.current).toBe(true);
      figure(`${kinds.length} kinds of broken files: old content each time, place named; recovered after ${ms(back)}`);
    },
  );

  check(
    22,
    'starts with a broken file and answers nothing but that, until the file is mended',
    async ({ stage, figure }) => {
      const here = await stage({ entries: 20 });
      const good = readFileSync(join(here.knowledge, FILE), 'utf8');
      writeFileSync(join(here.knowledge, FILE), 'topic: "open\nentries: [\n');
      const bot = await here.bot({ env: { LEADS_CHANNEL: 'C0LEADS' } });
      await until('the leads are told', () => here.slack.posts.some(({ args }) => args.channel === 'C0LEADS'));
      expect(here.slack.posts).toHaveLength(1);
      expect(here.slack.posts[0]?.text).toMatch(new RegExp(`${FILE}:\\d+.* \\(K101\\)`));
      expect(await answerTo(here, bot)).toContain('The FAQ cannot be served at the moment');
      const { status, body } = await bot.ready();
      expect(status).toBe(503);
      expect(body.knowledge).toMatchObject({ entries: 0, refused: expect.stringMatching(`^${FILE}:\\d+:\\d+ K101`) });
      expect(bot.log().filter(({ msg }) => msg === 'knowledge not in service')).toMatchObject([{ file: FILE }]);
      writeFileSync(join(here.knowledge, FILE), good);
      const back = await until('it answers', async () => (await answerTo(here, bot)).includes('edition 1.'));
      expect((await bot.ready()).status).toBe(200);
      figure(`told in Slack, 503, one line in the log; answers ${ms(back)} after it was mended`);
    },
  );

  check(22, 'refuses to start without a folder, and says what to do', async ({ stage, figure }) => {
    const here = await stage({ entries: 20 });
    const bot = await here.bot({ wait: false, knowledge: `${here.knowledge}s` });
    const { code, after } = await bot.exit;
    figure(`exit ${code} after ${ms(after)}`);
    expect(code).toBe(1);
    expect(bot.output()).toMatch(/^KNOWLEDGE_DIR is .*Create it, or name another one\.$/m);
    expect(bot.output()).not.toMatch(/^\s+at /m);
  });

  check(22, 'goes on answering where its log cannot be written', async ({ stage, figure }) => {
    const here = await stage({ entries: 20 });
    const bot = await here.bot({ stderr: openSync('/dev/full', 'w'), env: { LOG_LEVEL: 'trace' } });
    for (const edition of [2, 3]) {
      writeFileSync(join(here.knowledge, FILE), fileOf(edition));
      await until('the new edition', async () => (await answerTo(here, bot)).includes(`edition ${edition}.`));
    }
    const { code } = await bot.stop();
    figure(`two reloads on a full disk, exit ${code}`);
    expect(code).toBe(0);
  });

  check(22, 'lets no truncated file go into service unnoticed', async ({ stage, figure }) => {
    const here = await stage({ entries: 60 });
    const next = generator(22);
    const whole = fileOf(1);
    let noticed = 0;
    const cuts = numbers(LONG ? 400 : 40).map(() => 1 + next(whole.length - 2));
    for (const cut of cuts) {
      writeFileSync(join(here.knowledge, FILE), whole.slice(0, cut));
      const { knowledge } = await loadKnowledge(here.knowledge);
      const entries = knowledge?.entries.size ?? 0;
      // A cut right after a line break may leave whole entries; then the count tells.
      if (knowledge === null || entries < 60 * 0.8) noticed += 1;
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

  check(29, 'of many entries happens beside the answering', async ({ stage, figure, allowed, allowedAtWorst }) => {
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
      LONG ? 600_000 : 120_000,
    );
    over = true;
    await asking;
    const p99 = quantile(times, 0.99);
    figure(
      `${entries} entries: ready after ${ms(bot.startedIn)}, new after ${ms(took)}, p99 of 20 at once ${ms(p99)}, slowest ack ${ms(ack)}, ${bot.memory().toFixed(0)} MB`,
    );
    expect(bot.startedIn).toBeLessThan(allowed(15_000));
    expect(ack).toBeLessThan(allowedAtWorst(3000));
    expect(p99).toBeLessThan(allowedAtWorst(LONG ? 1000 : 500));
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
