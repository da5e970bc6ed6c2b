/** A store as the first released version left it: its tables, as either database was told to make them, and some rows. */

const TABLES = `
create table "migrations" ("number" integer primary key, "at" text not null);
create table "asked" ("id" text primary key, "door" text not null, "person" text not null, "text" text not null,
  "decision" text not null, "entry" text, "candidates" text not null, "version" text not null, "at" text not null);
create index "asked_by_time" on "asked" ("at", "id");
create index "asked_by_person" on "asked" ("person");
create table "votes" ("answer" text not null, "person" text not null, "entry" text not null, "helpful" integer not null,
  "reason" text, "at" text not null, constraint "votes_key" primary key ("answer", "person"));
create index "votes_by_time" on "votes" ("at", "answer", "person");
create index "votes_by_person" on "votes" ("person");
create table "turns" ("job" text not null, "slot" text not null, "at" text not null,
  constraint "turns_key" primary key ("job", "slot"));
insert into "migrations" ("number", "at") values (1, '2026-10-01T08:00:00.000Z');
`;

export interface OldAsked {
  id: string;
  door?: string;
  person?: string;
  decision?: string;
  entry?: string;
  candidates?: string;
  at: string;
}

export interface OldVote {
  answer: string;
  person: string;
  reason?: string;
  at: string;
}

/** The statements that make such a store. */
export function firstSchema({ asked = [], votes = [] }: { asked?: OldAsked[]; votes?: OldVote[] }): string {
  const text = (value: string | undefined) => (value === undefined ? 'null' : `'${value.replaceAll("'", "''")}'`);
  const questions = asked.map(
    ({ id, door = 'mention', person = 'anna', decision = 'answer', entry, candidates = '[]', at }) =>
      `insert into "asked" values (${[id, door, person, 'how long?', decision, entry, candidates, 'v1', at].map(text)});`,
  );
  const votings = votes.map(
    ({ answer, person, reason, at }) =>
      `insert into "votes" values (${[answer, person, 'dosage'].map(text)}, 0, ${text(reason)}, ${text(at)});`,
  );
  return ['begin;', TABLES, ...questions, ...votings, 'commit;'].join('\n');
}
