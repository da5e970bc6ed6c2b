import { createAlone } from '../faq/alone.js';
import { createGit } from '../faq/git.js';
import { plan } from '../faq/plan.js';
import type { Proof } from '../faq/proof.js';
import { createPublish, type Published } from '../faq/publish.js';
import { countsOf } from '../faq/replay.js';
import type { Change } from '../knowledge/change.js';
import { dayOf } from '../knowledge/day.js';
import { loadKnowledge } from '../knowledge/load.js';
import { problemLine } from '../knowledge/problem.js';
import { nearestOf } from '../knowledge/remedies.js';
import { countsText, shiftText } from '../replies/proof.js';
import { configOf, FAILED, type Io, MISUSED, OK, readArgs } from './io.js';

const HELP = `Usage: npm run -s edit -- [--publish] [--knowledge DIR] ENTRY "a wording" …
Shows what would change if an entry had further phrasings: which questions are answered then, and which not any more.
  --publish        writes them, and commits them where the folder is a git checkout
  --knowledge DIR  another folder than that of KNOWLEDGE_DIR
Example: npm run -s edit -- bruising "is it ok to bruise" "why am I purple"`;

const FLAGS = { publish: { type: 'boolean' }, knowledge: { type: 'string' } } as const;

/** Proofs of one edit, where somebody else changes the folder between the proof and the writing. */
const PROOFS = 3;

/** `npm run edit`. */
export async function edit(args: string[], io: Io, today = dayOf(new Date(), 'UTC')): Promise<number> {
  const { values, words, code } = readArgs(args, FLAGS, HELP, io);
  if (values === null) return code;
  const [id, ...typed] = words;
  const wordings = typed.map((each) => each.trim()).filter((each) => each !== '');
  if (id === undefined || wordings.length === 0) {
    io.err(`Name an entry and one wording at least.\n${HELP}`);
    return MISUSED;
  }
  const config = configOf(io);
  if (config === null) return FAILED;
  const dir = values.knowledge ?? config.knowledgeDir;
  const { knowledge } = await loadKnowledge(dir);
  const entry = knowledge?.entries.get(id);
  if (entry === undefined) {
    io.err(knowledge === null ? `${dir} has errors: run "npm run check".` : noEntry(id, dir, knowledge.entries.keys()));
    return FAILED;
  }
  const changes: Change[] = [
    { file: entry.place.file, steps: [{ does: 'append', entry: id, field: 'questions', items: wordings }] },
  ];
  const publish = createPublish({
    dir,
    git: createGit(dir, io.environment),
    branch: null,
    commits: new Set(),
    plan,
    requestPull: null,
  });
  const alone = createAlone(dir);
  for (let tries = 1; ; tries++) {
    io.err(`Training ${dir} with the wordings, then asking all that it is known to answer: some 10 seconds …`);
    const proof = await io.prove({ dir, changes, asked: [], wanted: { entry: id, wordings }, today });
    report(proof, dir, io);
    if (proof.refused !== undefined || proof.knowledge === null) return FAILED;
    if (values.publish !== true) {
      io.out('Nothing is written. Say so with --publish.');
      return OK;
    }
    const message = `Leads: ${id} is found by ${wordings.length} more ${wordings.length === 1 ? 'wording' : 'wordings'}\n\n${countsText(countsOf(proof.shifts))}`;
    const published = await alone(() =>
      publish(changes, { told: { message, edit: null, lead: '' }, proved: proof.version, begin: async () => true }),
    );
    // Somebody else has written meanwhile: what it would change is told anew.
    if (published === 'busy' || published.done !== 'changed' || tries === PROOFS) return told(published, io);
  }
}

function noEntry(id: string, dir: string, ids: Iterable<string>): string {
  const near = nearestOf(id, ids);
  return `There is no entry "${id}" in ${dir}. ${near ? `Did you mean "${near}"?` : 'npm run -s ask with a question and --why names the entry that is nearest.'}`;
}

function report(proof: Proof, dir: string, io: Io): void {
  if (proof.refused !== undefined) {
    io.err(`${proof.file} is left as it is (${proof.refused.why}).`);
    return;
  }
  for (const found of proof.findings) io.out(problemLine(found, dir));
  for (const { what, text, before, after } of proof.shifts)
    io.out(`${what.padEnd(8)}${shiftText(text, before.entry, after.entry)}`);
  for (const { text, after } of proof.wordings)
    io.out(`${after.decision.padEnd(8)}${shiftText(text, null, after.entry)}`);
  io.out(`${countsText(countsOf(proof.shifts))} (${proof.replayed} questions)`);
}

function told(published: Published | 'busy', io: Io): number {
  if (published === 'busy') {
    io.err('Somebody else is writing an edit, and it takes long: try again.');
    return FAILED;
  }
  switch (published.done) {
    case 'written':
      io.out(
        published.commit.id === null ? 'Written; not committed.' : `Written, and committed as ${published.commit.id}.`,
      );
      return OK;
    case 'nothing':
      io.out('It has these wordings already.');
      return OK;
    case 'changed':
    case 'not begun':
      io.err('Somebody else changes the folder all the time: try again.');
      return FAILED;
    case 'patch':
      io.out(published.patch);
      io.err('The folder cannot be written: apply this patch where it comes from.');
      return FAILED;
    case 'refused':
      io.err(`${published.file} is left as it is (${published.refusal.why}).`);
      return FAILED;
    case 'taken back':
      io.err(`Git did not take it, so nothing is changed: ${published.reason}`);
      return FAILED;
    default:
      return published satisfies never;
  }
}
