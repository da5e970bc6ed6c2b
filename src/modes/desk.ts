import type { Tried } from '../faq/desk.js';
import type { Knowledge } from '../knowledge/entry.js';
import { merged } from '../knowledge/patch.js';
import { wording } from '../knowledge/problem.js';
import type { DeskDoor } from '../playground/desk.js';
import type { WireCard, WireFinding } from '../playground/wire.js';
import { TEAM } from '../playground/workspace.js';
import { answerReply } from '../replies/answer.js';
import { lookAt } from '../replies/edits.js';
import { waitingFor } from './desk-leads.js';
import type { ModeDeps } from './mode.js';
import { readingOf } from './reading.js';

/** The leads' desk as the playground's page knows it: cards by the code that posts them, findings by the code of the check. */
export function doorOf({ desk, ...deps }: Pick<ModeDeps, 'bot' | 'config' | 'desk' | 'faq'>): DeskDoor {
  const nothing: Tried = { knowledge: null, faq: null, problems: [] };
  let last = { id: 0, file: '', text: '', tried: nothing };
  let serial = 0;

  /** A text that was tried just now is not tried again. */
  async function knowledgeWith(file: string, text: string): Promise<Knowledge | null> {
    if (last.file === file && last.text === text) return last.tried.knowledge;
    return (await desk.attempt(file, text, false))?.knowledge ?? null;
  }

  return {
    ...waitingFor({ ...deps, now: () => new Date() }),
    files: desk.files,
    open: desk.open,
    async attempt(file, text, whole) {
      const tried = await desk.attempt(file, text, whole);
      if (tried === null) return null;
      serial += 1;
      last = { id: serial, file, text, tried };
      return { id: serial, findings: findingsOf(tried), cards: cardsOf(tried, file) };
    },
    ask(id, question) {
      const { faq } = last.tried;
      return id === last.id && faq !== null ? { reading: readingOf(() => faq)(question) } : null;
    },
    async save(user, file, version, text) {
      const meant = await desk.meant(file, version, text);
      if (meant === null) return null;
      if (meant === 'changed') return { done: 'changed' };
      const knowledge = await knowledgeWith(file, text);
      const said = await deps.bot.proposeFile({ by: `${TEAM.id}:${user}`, file, ...meant, knowledge });
      if ('refused' in said) return { done: 'refused', words: said.refused.text };
      const { action_id = '', value = '' } = lookAt(said.edit);
      return { done: 'proposed', press: { action_id, value } };
    },
    async merge(file, base, text) {
      const theirs = await desk.open(file);
      return theirs && { theirs, merged: merged(base, text, theirs.text) };
    },
    async standing(file) {
      const [opened, { readAt, refused }] = [await desk.open(file), desk.standing()];
      return { version: opened?.version ?? null, read_at: readAt.getTime(), refused };
    },
  };
}

function findingsOf({ problems }: Tried): WireFinding[] {
  return problems.map((found) => ({
    ...found.place,
    code: found.code,
    severity: found.severity,
    words: wording(found),
  }));
}

function cardsOf({ knowledge }: Tried, file: string): WireCard[] | null {
  if (knowledge === null) return null;
  return [...knowledge.entries.values()]
    .filter(({ place }) => place.file === file)
    .map((entry) => {
      const { text, blocks } = answerReply(entry, knowledge);
      return { entry: entry.id, title: entry.questions[0], line: entry.place.line, text, blocks };
    })
    .sort((a, b) => a.line - b.line);
}
