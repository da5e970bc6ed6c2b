import type { Reply } from '../replies/reply.js';
import { plainWords } from '../replies/restated.js';
import { nothingToReadReply } from '../replies/trouble.js';
import type { Ask, Question } from './ask.js';

/** Reads messages of others as questions of whoever wants to know. */
export function createFind(ask: Ask) {
  /** The answer to a message, restated, for whoever asks alone. Null when this was answered before. */
  async function find(question: Omit<Question, 'door' | 'restated'>): Promise<Reply | null> {
    const restated = plainWords(question.text).trim();
    if (restated === '') return nothingToReadReply();
    const said = await ask({ ...question, door: 'shortcut', restated });
    return said?.reply ?? null;
  }

  return { find };
}
