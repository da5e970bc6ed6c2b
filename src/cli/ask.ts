import { type Bot, createBot } from '../bot.js';
import { type Faq, loadFaq } from '../faq.js';
import { errorLines } from '../knowledge/problem.js';
import { redact } from '../redact/redact.js';
import { unescapeText } from '../replies/mrkdwn.js';
import { toTheBot } from '../replies/to-the-bot.js';
import { FAILED, type Io, OK, readArgs } from './io.js';

const HELP = `Usage: npm run -s ask -- [--json] [--why] [--knowledge DIR] [question …]
Answers one question, through the same code as Slack. Without a question it reads one per line from standard input.
  --json           one JSON object per question
  --why            adds the words and the phrasing that spoke for the best candidate
  --knowledge DIR  another folder than knowledge`;

const FLAGS = { json: { type: 'boolean' }, why: { type: 'boolean' }, knowledge: { type: 'string' } } as const;

/** `npm run ask`. */
export async function ask(args: string[], io: Io): Promise<number> {
  const { values, words, code } = readArgs(args, FLAGS, HELP, io);
  if (values === null) return code;
  const dir = values.knowledge ?? 'knowledge';
  const { faq, problems } = await loadFaq(dir);
  if (faq === null) {
    for (const line of errorLines(problems, dir)) io.err(line);
    return FAILED;
  }
  const why = values.why === true;
  const bot = botOf(faq);
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
function botOf(faq: Faq): Bot {
  return createBot({
    faq: () => faq,
    store: { record: async () => true, vote: async () => {}, forget: async () => 0 },
    redact,
    person: () => '',
    now: () => new Date(),
    observe: { asked() {}, voted() {} },
    leads: { people: [], channel: null },
    retentionDays: 0,
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
  return JSON.stringify({
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
  const parts = [said?.private?.text, said?.reply?.text, best && whyText(question, best, faq)];
  return `${readable(parts.filter(Boolean).join('\n\n'))}\n`;
}

/** Slack's links as their words with the address after them, and its three escaped characters as they are. */
function readable(mrkdwn: string): string {
  return unescapeText(mrkdwn.replace(/<(https?:[^<>|]+)\|([^<>]*)>/g, '$2 ($1)'));
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
