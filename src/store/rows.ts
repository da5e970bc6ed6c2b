import type { Kysely } from 'kysely';
import type { Asked, Vote } from './store.js';
import type { Tables } from './tables.js';

/** Which replica has kept a question. */
export async function replicaSchema({ schema }: Kysely<Tables>): Promise<void> {
  await schema
    .alterTable('asked')
    .addColumn('replica', 'text', (column) => column.notNull().defaultTo(''))
    .execute();
}

/** Its fields stand in the same order for every question: they are the parameters of one compiled statement. */
export function askedRow(asked: Asked, replica = ''): Tables['asked'] {
  return {
    id: asked.id,
    door: asked.door,
    person: asked.person,
    text: storable(asked.text),
    decision: asked.decision,
    entry: asked.entry,
    warnings: JSON.stringify(asked.warnings),
    offered: JSON.stringify(asked.offered),
    outcome: asked.outcome,
    candidates: JSON.stringify(asked.candidates),
    version: asked.version,
    at: asked.at.toISOString(),
    replica,
  };
}

/** The question that a row holds. */
export function toAsked({ warnings, offered, candidates, at, replica: _, ...row }: Tables['asked']): Asked {
  return {
    ...row,
    warnings: JSON.parse(warnings),
    offered: JSON.parse(offered),
    candidates: JSON.parse(candidates),
    at: new Date(at),
  };
}

/** The row of a vote. */
export function voteRow({ helpful, at, ...vote }: Vote): Tables['votes'] {
  return {
    ...vote,
    helpful: helpful ? 1 : 0,
    note: vote.note === null ? null : storable(vote.note),
    at: at.toISOString(),
  };
}

/** The vote that a row holds. */
export function toVote({ helpful, at, ...row }: Tables['votes']): Vote {
  return { ...row, helpful: helpful === 1, at: new Date(at) };
}

/** Text that both databases take: PostgreSQL refuses NUL, and half a surrogate pair is not UTF-8. */
export function storable(text: string): string {
  return text.replaceAll('\0', '').toWellFormed();
}
