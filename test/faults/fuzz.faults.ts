import { createHmac } from 'node:crypto';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setImmediate } from 'node:timers/promises';
import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { parseFile } from '../../src/knowledge/parse.js';
import { openHttpReceiver } from '../../src/slack/http-receiver.js';
import { nothingKept } from '../../src/store/nothing.js';
import type { Store } from '../../src/store/store.js';
import { SIGNING_SECRET } from './bot.js';
import { BREAKAGES } from './breakages.js';
import { check } from './check.js';
import { LONG } from './form.js';
import { inside } from './inside.js';
import { knowledgeFiles, question } from './knowledge.js';
import { liveControls } from './outgoing.js';
import { directMessage, event, type Json, type Payload } from './payloads.js';
import { call, command, interaction, message } from './shapes.js';
import { sleep, until } from './wait.js';

/** Cases of each kind. */
const CASES = LONG ? 10_000 : 500;
const SILENT = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

describe('fuzzing', () => {
  const payloads: [string, fc.Arbitrary<Payload>][] = [
    ['events', message.map((inner) => event(inner as Json))],
    ['commands', command.map((body) => ({ kind: 'command' as const, body }))],
    ['calls', call.map((body) => ({ kind: 'interaction' as const, body: body as Json }))],
    ['interactions', interaction.map((body) => ({ kind: 'interaction' as const, body: body as Json }))],
  ];
  for (const [what, payload] of payloads) {
    check(32, `of ${what}: no crash, no hang, nothing of people's that Slack would act on`, async ({ figure }) => {
      const talk = inside(memoryStore(), SILENT);
      const property = fc.asyncProperty(payload, async (one) => {
        talk.outgoing.length = 0;
        await talk.deliver(one);
        const live = talk.outgoing.flatMap(liveControls).filter((found) => !found.startsWith('<https://example.org/'));
        expect(live).toEqual([]);
      });
      await fc.assert(property, { numRuns: CASES });
      figure(`${CASES} cases`);
    });
  }

  for (const mode of ['http', 'socket'] as const) {
    check(
      32,
      `of the process itself: it lives, and answers the next question (${mode === 'http' ? 'HTTP' : 'Socket Mode'})`,
      async ({ stage, figure }) => {
        const here = await stage({ entries: 20 });
        const bot = await here.bot({ mode });
        const odd = payloads.flatMap(([, payload], seed) => fc.sample(payload, { numRuns: CASES / 5, seed: seed + 1 }));
        // Bolt holds what nobody acknowledges for three seconds: nothing here waits for that.
        for (const payload of odd) {
          void bot.deliver(payload);
          await sleep(2);
        }
        await sleep(500);
        const before = here.slack.posts.length;
        await bot.deliver(directMessage({ text: question(1), channel: 'D0AFTER01' }));
        await until('the answer', () =>
          here.slack.posts.slice(before).some(({ args }) => args.channel === 'D0AFTER01'),
        );
        figure(`${odd.length} payloads, then a question answered`);
        expect(bot.exited()).toBeNull();
      },
      true,
    );
  }

  check(
    32,
    'of requests: signatures and bodies without sense are refused, and nothing else happens',
    async ({ figure }) => {
      let handled = 0;
      const door = openHttpReceiver({
        signingSecret: SIGNING_SECRET,
        log: SILENT,
        stopping: () => false,
        now: () => new Date(),
      });
      door.receiver.init({ processEvent: async () => void handled++ } as never);
      const server = createServer((incoming, response) => {
        if (!door.handle(incoming, response)) response.writeHead(404).end();
      });
      await new Promise<void>((resolve) => {
        server.listen(0, '127.0.0.1', resolve);
      });
      const { port } = server.address() as AddressInfo;
      const header = fc.oneof(
        fc.string({ maxLength: 80 }).map((said) => said.replace(/[^\x20-\x7e]/g, '')),
        fc.constant('v0='),
      );
      const cases = fc.record({
        body: fc.uint8Array({ maxLength: 300 }),
        signature: fc.option(header),
        timestamp: fc.option(fc.oneof(header, fc.integer().map(String))),
        type: fc.constantFrom('application/json', 'application/x-www-form-urlencoded', 'text/plain', ''),
        right: fc.boolean(),
      });
      try {
        const property = fc.asyncProperty(cases, async ({ body, signature, timestamp, type, right }) => {
          const now = String(Math.floor(Date.now() / 1000));
          const signed = createHmac('sha256', SIGNING_SECRET).update(`v0:${now}:`).update(body).digest('hex');
          const headers = right
            ? { 'x-slack-signature': `v0=${signed}`, 'x-slack-request-timestamp': now }
            : {
                ...(signature === null ? {} : { 'x-slack-signature': signature }),
                ...(timestamp === null ? {} : { 'x-slack-request-timestamp': timestamp }),
              };
          const status = await post(port, { ...headers, 'content-type': type }, body);
          if (!right) expect([400, 401]).toContain(status);
          else expect(status).toBeGreaterThanOrEqual(200);
        });
        await fc.assert(property, { numRuns: CASES / 10 });
      } finally {
        server.close();
      }
      figure(`${CASES / 10} cases, ${handled} reached the app`);
    },
  );

  check(
    32,
    'of YAML files: every fault is a problem with its place, within a second',
    async ({ figure, allowedAtWorst }) => {
      const good = knowledgeFiles(10).get('topic-0000.yml') ?? '';
      const piece = fc.oneof(
        fc.constantFrom(
          'topic: x\n',
          'entries:\n',
          '  a:\n',
          '    questions:\n',
          '      - q\n',
          '    answer: |\n',
          '&a ',
          '*a',
          '!!js/function x',
          '<<: ',
          '? ',
          '{',
          '[',
          '"',
          "'",
          '|',
          '>',
          '%',
          '---\n',
          '\t',
          '\u0000',
          '\ufeff',
          '# ',
          ': ',
          '- ',
        ),
        fc.string({ unit: 'binary', maxLength: 20 }),
      );
      const files = fc.oneof(
        fc.array(piece, { maxLength: 30 }).map((parts) => parts.join('')),
        fc
          .tuple(fc.nat({ max: good.length }), fc.nat({ max: 40 }), piece)
          .map(([at, cut, put]) => good.slice(0, at) + put + good.slice(at + cut)),
        fc.constantFrom(...BREAKAGES).map(({ broken }) => broken(good)),
      );
      const names = fc.constantFrom('topic.yml', 'sources.yml', 'glossary.yml', 'learning.yml');
      let slowest = 0;
      const property = fc.asyncProperty(files, names, async (file, name) => {
        // The machine's pace is heard of between two cases.
        await setImmediate();
        const begun = performance.now();
        const { problems, entries } = parseFile(name, file);
        slowest = Math.max(slowest, performance.now() - begun);
        for (const { place, message } of problems) {
          expect(place.line).toBeGreaterThanOrEqual(1);
          expect(place.col).toBeGreaterThanOrEqual(1);
          expect(message).not.toBe('');
        }
        for (const { answer } of entries) expect(typeof answer).toBe('string');
      });
      await fc.assert(property, { numRuns: CASES });
      figure(`${CASES} cases, slowest ${slowest.toFixed(0)} ms`);
      expect(slowest).toBeLessThan(allowedAtWorst(1000));
    },
  );
});

function post(port: number, headers: Record<string, string>, body: Uint8Array): Promise<number> {
  return new Promise((resolve) => {
    const sent = request(
      { host: '127.0.0.1', port, method: 'POST', path: '/slack/events', headers, agent: false },
      (response) => {
        response.resume().on('end', () => resolve(response.statusCode ?? 0));
      },
    );
    sent.on('error', () => resolve(400));
    sent.end(body);
  });
}

/** A store in memory: fuzzing is about payloads. */
function memoryStore(): Store {
  const ids = new Set<string>();
  return { ...nothingKept(), record: async ({ id: key }) => ids.size !== ids.add(key).size };
}
