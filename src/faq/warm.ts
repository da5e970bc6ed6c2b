import type { Faq } from './load.js';

/** Entries whose titles are read. */
const FIRST = 20;

/**
 * Reads some titles as questions are read, before anybody asks: what a process does for the first time takes it a tenth of a second,
 * for which the first person would wait.
 */
export function warm({ knowledge, matcher }: Faq, redact: (text: string) => unknown): void {
  for (const { questions } of [...knowledge.entries.values()].slice(0, FIRST)) {
    matcher.match(questions[0]);
    redact(questions[0]);
  }
}
