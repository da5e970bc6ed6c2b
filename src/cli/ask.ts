import { type Faq, loadFaq } from '../faq.js';
import { problemLine } from '../knowledge/problem.js';
import { abstainReply } from '../replies/abstain.js';
import { answerReply } from '../replies/answer.js';
import { suggestReply } from '../replies/suggest.js';
import type { Match } from '../search/match.js';
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
    for (const found of problems.filter(({ severity }) => severity === 'error')) io.err(problemLine(found, dir));
    return FAILED;
  }
  const print = values.json === true ? asJson : asText;
  if (words.length > 0) {
    io.out(print(words.join(' '), faq, values.why === true));
    return OK;
  }
  for await (const line of io.lines) io.out(print(line, faq, values.why === true));
  return OK;
}

function asJson(question: string, faq: Faq, why: boolean): string {
  const { match, took } = timed(question, faq);
  const { decision, entry, confidence, candidates } = match;
  const best = candidates[0]?.entry;
  return JSON.stringify({
    question,
    decision,
    entry,
    confidence: rounded(confidence),
    candidates: candidates.map((each) => ({ entry: each.entry, confidence: rounded(each.confidence) })),
    took_ms: Math.round(took * 1000) / 1000,
    ...(why && best !== undefined ? { why: faq.matcher.why(question, best) } : {}),
  });
}

function asText(question: string, faq: Faq, why: boolean): string {
  const { match } = timed(question, faq);
  const best = match.candidates[0]?.entry;
  const reasons = why && best !== undefined ? `\n\n${whyText(question, best, faq)}` : '';
  return `${replyText(match, faq)}${reasons}\n`;
}

function replyText(match: Match, { knowledge }: Faq): string {
  const entry = knowledge.entries.get(match.entry ?? '');
  if (entry) return answerReply(entry, knowledge).text;
  if (match.decision === 'suggest') return suggestReply(match.offered, knowledge).text;
  return abstainReply(knowledge, { people: [], channel: null }).text;
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

function timed(question: string, faq: Faq): { match: Match; took: number } {
  const start = performance.now();
  const match = faq.matcher.match(question);
  return { match, took: performance.now() - start };
}

function rounded(confidence: number): number {
  return Math.round(confidence * 10_000) / 10_000;
}
