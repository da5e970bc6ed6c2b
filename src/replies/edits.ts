import type { ActionsBlock, Button, KnownBlock, ModalView } from '@slack/types';
import { button, buttons, context, sections } from './blocks.js';
import { LIMITS, shorten } from './limits.js';
import { modal } from './modal.js';
import { escapeWithin, link } from './mrkdwn.js';
import { plain, type Reply } from './reply.js';

/** An edit as leads are told of it. */
export interface EditLine {
  id: string;
  what: 'wordings' | 'draft' | 'change' | 'file' | 'review' | 'undo';
  title: string;
  why: string;
  proof: string;
  undone: boolean;
  /** The page of its pull request, where it is only asked for. */
  link: string | null;
  /** Who published it, by the keyed hash: enough to tell two leads apart. */
  by: string;
  at: Date;
}

const WHAT = {
  wordings: 'wordings for',
  draft: 'a new answer:',
  change: 'changed:',
  file: 'typed into the file:',
  review: 'reviewed:',
  undo: 'taken back:',
} as const;
/** What takes back an edit that stands elsewhere. */
const CLOSE_IT = 'To take it back, close it there; once it is merged, revert it there.';
/** Characters of what git or the check says. */
const LONGEST_SAID = 500;
/** Characters of a patch that one message holds. */
const LONGEST_PATCH = 9000;

/** The last edits, each with its undo. */
export function editsReply(edits: readonly EditLine[]): Reply {
  if (edits.length === 0) return plain('*No edits yet.* Say `add` to make one.');
  const head = `*The last ${edits.length === 1 ? 'edit' : `${edits.length} edits`}*`;
  return {
    text: [head, ...edits.map(lineOf)].join('\n\n'),
    blocks: [
      ...sections(head),
      ...edits.flatMap((edit): KnownBlock[] => [
        ...sections(lineOf(edit)),
        ...(edit.undone || edit.link !== null ? [] : [undoRow(edit)]),
      ]),
    ],
  };
}

function undoRow({ id, title }: EditLine): KnownBlock {
  return buttons('edit', [{ label: 'Undo', value: `undo ${id}`, spoken: `Undo: ${title}` }]);
}

function lineOf({ what, title, why, proof, undone, link: page, by, at }: EditLine): string {
  const when = at.toISOString().slice(0, 16).replace('T', ' ');
  const who = by === '' ? '' : ` · lead ${by.slice(0, 4)}`;
  return [
    `${WHAT[what]} *${escapeWithin(title, 120)}*${undone ? ' (taken back)' : ''}`,
    `${when} UTC${who} · ${proof}`,
    ...(why === '' ? [] : [`_${escapeWithin(why, 300)}_`]),
    ...(page === null ? [] : [`Proposed as ${pullText(page)}. ${CLOSE_IT}`]),
  ].join('\n');
}

/** "pull request 12", as a link. */
function pullText(page: string): string {
  return link(page, `pull request ${page.replace(/^.*\//, '')}`);
}

/** To the leads: an edit on safety waits for a second one. */
export function secondReply({
  id,
  title,
  proof,
  why,
  user,
}: Pick<EditLine, 'id' | 'title' | 'proof' | 'why'> & { user: string }): Reply {
  const said = [
    `<@${user}> proposes an edit on safety: *${escapeWithin(title, 120)}*`,
    proof,
    ...(why === '' ? [] : [`_${escapeWithin(why, 300)}_`]),
    'A second lead must look at it and publish it.',
  ].join('\n');
  const see = lookAt(id, `Look at the edit: ${title}`);
  return { text: said, blocks: [...sections(said), { type: 'actions', elements: [see] }] };
}

/** The button that shows what an edit would do. */
export function lookAt(id: string, spoken?: string): Button {
  return button('edit', { label: 'Look at it', value: `see ${id}`, ...(spoken === undefined ? {} : { spoken }) });
}

/** What came of an edit, and what is told of it. */
export type Came =
  | {
      came: 'published';
      committed: 'no' | 'yours' | { author: string };
      apart: boolean;
      pushed: 'no' | 'yes' | { failed: string };
    }
  | { came: 'in service'; since: Date }
  | { came: 'not in service'; refused: string }
  | { came: 'not seen' }
  /** `why`: why there is no pull request. Null where none is asked for. */
  | { came: 'patch'; why: string | null }
  /** `apart`: it was proved on other files than those that it changes there. */
  | { came: 'requested'; link: string; apart: boolean }
  | { came: 'sent' }
  | { came: 'alone' }
  | { came: 'nothing' }
  | { came: 'gone' }
  | { came: 'not kept' }
  | { came: 'busy' }
  | { came: 'under way' }
  | { came: 'changed since' }
  | { came: 'not read' }
  | { came: 'not proved' }
  | { came: 'built upon'; file: string }
  | { came: 'typed over'; file: string }
  | { came: 'changed'; file: string; field: string; was: string; now: string }
  | { came: 'by hand'; file: string }
  | { came: 'taken back'; reason: string };

/** In plain words. */
function cameText(came: Came): string {
  switch (came.came) {
    case 'published': {
      const commit =
        came.committed === 'yours'
          ? 'It is committed, with you as its author.'
          : came.committed !== 'no'
            ? `It is committed, with <@${came.committed.author}> as its author and you as who confirmed it.`
            : came.apart
              ? 'It is not committed, since the file has changes that nobody has committed yet: they would have gone with it.'
              : '';
      const pushed =
        came.pushed === 'no'
          ? ''
          : came.pushed === 'yes'
            ? 'It is pushed.'
            : `It could not be pushed: ${said(came.pushed.failed)}`;
      return ['*Published.* I answer by it in some seconds, and tell you.', commit, pushed].filter(Boolean).join(' ');
    }
    case 'in service':
      return `*In service.* It answers since ${came.since.toISOString().slice(11, 16)} UTC. \`/iastm edits\` takes it back.`;
    case 'not in service':
      return `*The file is changed, and not in service*: ${said(came.refused)}. I answer as before until that is mended.`;
    case 'not seen':
      return 'The file is changed; that it is in service I have not seen within a minute. `/readyz` and the log tell more.';
    case 'patch':
      return [
        '*Nothing is changed here*: the knowledge folder cannot be written. I have sent you the exact patch as a message.',
        ...(came.why === null ? [] : [`There is no pull request: ${said(came.why)}`]),
      ].join('\n');
    case 'requested':
      return [
        `*Proposed as ${pullText(came.link)}.* I answer by it once it is merged and the folder here is brought up to date. ${CLOSE_IT}`,
        ...(came.apart ? ['The files there are others than those in service: what it wins and loses may differ.'] : []),
      ].join('\n');
    case 'sent':
      return '*Sent.* It is about safety: a second lead must publish it.';
    case 'alone':
      return 'It is about safety and needs a second lead, but `LEADS` names nobody else. Ask an administrator to name one.';
    case 'nothing':
      return 'Nothing to change: the file says so already.';
    case 'gone':
      return 'This edit is done, or was taken back.';
    case 'not kept':
      return 'Sorry, this could not be kept just now, and so nothing is changed. Please try again in a few minutes.';
    case 'busy':
      return '*Nothing is changed*: another edit is being written, and takes long. Please try again in a few minutes.';
    case 'under way':
      return 'This edit is being published, or was when the bot was ended. Please look again in a few minutes.';
    case 'changed since':
      return '*Nothing is changed*: the FAQ has changed since this was proved. Please look at it again.';
    case 'not read':
      return 'Sorry, the edits could not be read just now. Please try again in a few minutes.';
    case 'not proved':
      return 'Sorry, I could not work out what this would change, and so it cannot be published. Please try again in a few minutes.';
    case 'built upon':
      return `*Not taken back*: somebody has changed the same lines of ${came.file} since. Take their edit back first, or change the file by hand.`;
    case 'typed over':
      return `*Nothing is changed*: somebody has changed the same lines of ${came.file} meanwhile. Your text is kept where you typed it.`;
    case 'changed':
      return `*Nothing is changed*: somebody has changed “${came.field}” in ${came.file} meanwhile.\nYou saw: ${said(came.was)}\nIt says now: ${said(came.now)}`;
    case 'by hand':
      return `*Nothing is changed*: ${came.file} is written in a way, or has a fault, so that I cannot edit it. Please edit it by hand; \`npm run check\` tells more.`;
    case 'taken back':
      return `*Nothing is changed*: git did not take it. ${said(came.reason)}`;
    default:
      return came satisfies never;
  }
}

function said(text: string): string {
  return escapeWithin(text.replace(/\s+/g, ' '), LONGEST_SAID);
}

/** What came of an edit, to whoever has closed its form. */
export function cameReply(came: Came): Reply {
  return plain(cameText(came));
}

/** What came of an edit, in the place of its form. `amend`: its id, where the form can be filled in once more with what is there now. */
export function cameModal(came: Came, amend: string | null = null): ModalView {
  const again = came.came === 'changed' && amend !== null ? [amendRow(amend)] : [];
  return modal('done', { title: 'IASTM FAQ', blocks: [...sections(cameText(came)), ...again] });
}

/** Back to the form, with all that was typed. */
export function amendRow(edit: string): ActionsBlock {
  return buttons('edit', [{ label: 'Change it', value: `amend ${edit}`, spoken: 'Change it: what you have typed' }]);
}

/** The change as a patch, where the folder may not be written; beside its pull request, where there is one. */
export function patchReply(patch: string, page: string | null = null): Reply {
  const apply =
    '*The knowledge folder cannot be written here.* Apply this where it comes from, with `git apply` or by hand:';
  const head =
    page === null ? apply : `*Proposed as ${pullText(page)}.* The same as a patch, for \`git apply\` or by hand:`;
  const shown = patch.length > LONGEST_PATCH ? `${shorten(patch, LONGEST_PATCH)}\n(cut here)` : patch;
  const pieces = inPieces(escapeWithin(shown, 2 * LONGEST_PATCH), LIMITS.section - 10);
  return {
    text: `${head}\n\`\`\`\n${escapeWithin(patch, LIMITS.text - 500)}\n\`\`\``,
    blocks: [
      ...sections(head),
      ...pieces.flatMap((piece) => sections(`\`\`\`\n${piece}\n\`\`\``)),
      context('It holds the intended lines only.'),
    ],
  };
}

/** A text in pieces of whole lines, to the last sign: the space before a line of a patch counts. */
function inPieces(text: string, most: number): string[] {
  const pieces: string[] = [];
  for (const line of text.split('\n')) {
    const last = pieces.at(-1);
    if (last !== undefined && last.length + line.length < most) pieces[pieces.length - 1] = `${last}\n${line}`;
    else pieces.push(line.slice(0, most));
  }
  return pieces;
}
