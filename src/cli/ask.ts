import { type Bot, createBot } from '../bot/bot.js';
import { type Config, readConfig } from '../config.js';
import type { Faq } from '../faq/load.js';
import { NO_WORKSHOP } from '../faq/no-workshop.js';
import { errorLines } from '../knowledge/problem.js';
import { createRedact } from '../redact/redact.js';
import { toTheBot } from '../replies/to-the-bot.js';
import { keysOf } from '../store/keys.js';
import { nothingKept } from '../store/nothing.js';
import { FAILED, folderOf, type Io, OK, readArgs } from './io.js';
import { jsonLine } from './lines.js';
import { readable } from './terminal.js';

const HELP = `Usage: npm run -s ask -- [--json] [--why] [--knowledge DIR] [question …]
Answers one question, through the same code as Slack. Without a question it reads one per line from standard input.
  --json           one JSON object per question
  --why            adds the words and the phrasing that spoke for the best candidate
  --knowledge DIR  another folder than that of KNOWLEDGE_DIR`;

const FLAGS = { json: { type: 'boolean' }, why: { type: 'boolean' }, knowledge: { type: 'string' } } as const;

/** `npm run ask`. */
export async function ask(args: string[], io: Io): Promise<number> {
  const { values, words, code } = readArgs(args, FLAGS, HELP, io);
  if (values === null) return code;
  const dir = folderOf(io, values.knowledge);
  const { faq, problems } = await io.load(dir);
  if (faq === null) {
    for (const line of errorLines(problems, dir)) io.err(line);
    return FAILED;
  }
  const why = values.why === true;
  const bot = botOf(faq, io);
  const print = async (question: string) =>
    values.json === true ? asJson(question, faq, why) : asText(question, faq, bot, why);
  if (words.length > 0) {
    io.out(await print(words.join(' ')));
    return OK;
  }
  for await (const line of io.lines) io.out(await print(line));
  return OK;
}

/** The bot as Slack has it, but for the store: what is tried here is not kept. */
function botOf(faq: Faq, { environment }: Io): Bot {
  // A fault of the configuration keeps nobody from trying an answer: it counts as none.
  const config: Partial<Config> = readConfig(environment).config ?? {};
  return createBot({
    faq: () => faq,
    store: nothingKept(),
    redact: createRedact(() => faq.knowledge),
    keys: keysOf('command line'),
    stances: { of: () => 'mention', paused: () => null, set: async () => {} },
    channels: [],
    now: () => new Date(),
    chance: Math.random,
    observe: { asked() {}, voted() {}, escalated() {} },
    clinicians: [],
    workshop: NO_WORKSHOP,
    leads: { people: config.leads ?? [], channel: config.leadsChannel ?? null },
    retentionDays: config.retentionDays ?? 90,
    textDays: config.textDays ?? 30,
    timeZone: config.timeZone ?? 'UTC',
  });
}

/** What is said to the bot itself gets no entry, whatever search would find. */
const SAID_TO_THE_BOT = { decision: 'abstain', entry: null, warnings: [], also: [] } as const;

function asJson(question: string, faq: Faq, why: boolean): string {
  const start = performance.now();
  const { decision, entry, confidence, candidates, warnings, also } = toTheBot(question)
    ? { ...faq.matcher.match(question), ...SAID_TO_THE_BOT }
    : faq.matcher.match(question);
  const took = performance.now() - start;
  const best = candidates[0]?.entry;
  return jsonLine({
    question,
    decision,
    entry,
    confidence: rounded(confidence),
    candidates: candidates.map((each) => ({ entry: each.entry, confidence: rounded(each.confidence) })),
    warnings: warnings.map((warning) => warning.entry),
    also,
    took_ms: Math.round(took * 1000) / 1000,
    ...(why && best !== undefined ? { why: faq.matcher.why(question, best) } : {}),
  });
}

async function asText(question: string, faq: Faq, bot: Bot, why: boolean): Promise<string> {
  const said = await bot.ask({ id: '', door: 'command', text: question, by: '' });
  const best = why ? faq.matcher.match(question).candidates[0]?.entry : undefined;
  const shown = [said?.private, said?.reply].flatMap((reply) => (reply ? readable(reply.text) : []));
  const told = best === undefined ? shown : [...shown, whyText(question, best, faq)];
  return `${told.join('\n\n')}\n`;
}

function whyText(question: string, entry: string, faq: Faq): string {
  const { tokens, words, phrasing } = faq.matcher.why(question, entry);
  const spoke = words.slice(0, 6).map(({ word, weight }) => `${word} ${weight.toFixed(2)}`);
  return [
    `Why ${entry}:`,
    `  read as: ${tokens.join(' ')}`,
    `  words that spoke for it: ${spoke.join(', ') || 'none'}`,
    `  nearest phrasing: ${phrasing ?? 'none'}`,
  ].join('\n');
}

function rounded(confidence: number): number {
  return Math.round(confidence * 10_000) / 10_000;
}
