/** The file on the desk: what is typed is tried at once, kept until it is published, and brought together with what others save. */

import type { WireFile } from '../wire.js';
import { send } from './acting.js';
import type { createAnswers } from './desk-answers.js';
import { askFile, askFiles, askMerge, askSave, askStanding } from './desk-calls.js';
import { createCheck } from './desk-check.js';
import { fileDraft, keepFileDraft } from './desk-drafts.js';
import { type DeskActs, refusal } from './desk-leads.js';
import { lineOf, lineOfEntry, selectLine } from './desk-lines.js';
import { byId, el } from './dom.js';
import { draftOf, keepDraft } from './drafts.js';
import { state } from './state.js';

const FILE = 'desk file';
/** Milliseconds without a key until the text is checked. */
const CHECK_AFTER = 300;
/** Milliseconds between looks at the file and at what is in service. */
const LOOK_EVERY = 1000;

interface FileDeps {
  answers: ReturnType<typeof createAnswers>;
  become: DeskActs['become'];
  /** Told when another state of the folder is in service, or is refused. */
  served(): void;
}

export function createFile({ answers, become, served }: FileDeps) {
  const dialog = byId('desk') as HTMLDialogElement;
  const files = byId('desk-file') as HTMLSelectElement;
  const box = byId('desk-text') as HTMLTextAreaElement;
  const save = byId('desk-save') as HTMLButtonElement;
  let file = '';
  /** The file as what is typed began from it. */
  let opened: WireFile = { text: '', version: '' };
  /** The version that the file was seen in last, and when that was. */
  let seen = { version: '', at: 0 };
  /** What was handed on to be published. */
  let sent: string | null = null;
  let serial = 0;
  /** What the file was changed by, and since when, until that is in service or refused. */
  let awaited: { what: string; since: number } | null = null;
  let readAt = 0;

  const edited = () => box.value !== opened.text;
  const check = createCheck({ answers, box, go: goTo, now: () => ({ file, text: box.value, edited: edited() }) });
  const { say } = check;

  function trouble(text: string, ...buttons: HTMLElement[]) {
    byId('desk-trouble').replaceChildren(...(text === '' ? [] : [el('p', {}, text)]), ...buttons);
  }

  /** Another text, in which one goes on where one stood. */
  function put(text: string) {
    const at = box.selectionStart;
    box.value = text;
    box.setSelectionRange(at, at);
  }

  function keep() {
    keepFileDraft(file, edited() ? { version: opened.version, base: opened.text, text: box.value } : null);
  }

  async function open() {
    const found = await askFiles();
    if (found.fault !== undefined || found.it === null) {
      trouble(found.fault ?? 'There is no knowledge here.');
      return;
    }
    files.replaceChildren(...found.it.map((name) => el('option', { value: name }, name)));
    const last = file || draftOf(FILE);
    files.value = found.it.includes(last) ? last : (found.it[0] ?? '');
    // What is being written here goes on.
    if (files.value !== file) await load(files.value);
  }

  async function load(name: string) {
    trouble('');
    const found = await askFile(name);
    if (found.fault !== undefined || found.it === null) {
      files.value = file;
      trouble(found.fault ?? `${name} cannot be opened here: it is gone, too large, or not UTF-8. Use your editor.`);
      return;
    }
    file = name;
    files.value = file;
    keepDraft(FILE, file);
    const draft = fileDraft(file);
    opened = draft === null ? found.it : { text: draft.base, version: draft.version };
    box.value = draft?.text ?? found.it.text;
    seen = { version: found.it.version, at: Date.now() };
    sent = null;
    awaited = null;
    box.setSelectionRange(0, 0);
    byId('desk-findings').replaceChildren();
    answers.show(null, 1);
    checkSoon(0);
    if (opened.version !== found.it.version) await changedElsewhere();
  }

  /** Opens a file where an entry stands in it; `line`: where that was when the file was read last. */
  async function go(name: string, entry: string, line: number) {
    if (name !== file) await load(name);
    if (name === file) goTo(lineOfEntry(box, entry) ?? line);
  }

  function goTo(line: number) {
    box.focus();
    selectLine(box, line);
    answers.follow(line);
  }

  function checkSoon(after: number) {
    save.disabled = !edited();
    serial += 1;
    check.soon(after);
  }

  /** Hands the text on as an edit: what it changes is shown first, and it is published as every edit is. */
  async function publish(version: string) {
    const text = box.value;
    const error = check.error();
    if (error !== null) return tellError(error);
    save.disabled = true;
    say('Looking what changes…');
    const saved = await askSave({ user: state.viewer, file, version, text });
    save.disabled = !edited();
    check.sayAgain();
    if (saved.fault !== undefined) return trouble(`Not published, your text is kept. ${saved.fault}`);
    if (saved.it === null) return trouble(`Not published, your text is kept: ${file} is gone from the folder.`);
    const { it } = saved;
    if (it.done === 'changed') return changedElsewhere();
    if (it.done === 'refused') {
      trouble('Not published, your text is kept.');
      return byId('desk-trouble').append(...refusal(it.words, { become }));
    }
    trouble('');
    sent = text;
    await send({ act: 'desk', ...it.press });
  }

  function tellError(line: number) {
    trouble('Not published, your text is kept: what the check calls an error is mended first.');
    byId('desk-trouble').append(choice(`Go to line ${line}`, () => goTo(line)));
  }

  /** The file is another one than what is typed began from: both are brought together, or the person chooses. */
  async function changedElsewhere() {
    const mine = serial;
    const answer = await askMerge({ file, base: opened.text, text: box.value });
    if (answer.fault !== undefined || answer.it === null || mine !== serial) return;
    const { theirs, merged } = answer.it;
    seen = { ...seen, version: theirs.version };
    if (theirs.text === box.value || theirs.text === sent) return published(theirs);
    if (!edited()) return take(theirs, 'Changed elsewhere');
    if (merged === null) return tellChanged();
    const [text, base] = [box.value, opened];
    opened = theirs;
    put(merged);
    typed();
    trouble(
      `${file} was changed elsewhere meanwhile. Both are in the text now: yours is not published yet.`,
      choice('Back to mine alone', () => {
        opened = { ...theirs, text: theirs.text };
        put(text);
        typed();
        trouble(base.version === theirs.version ? '' : 'What was changed elsewhere is not in this text.');
      }),
    );
  }

  function published(theirs: WireFile) {
    opened = theirs;
    sent = null;
    keep();
    save.disabled = !edited();
    trouble('');
    awaited = { what: 'Published', since: seen.at };
    say('Published. The bot reads it now; this takes some seconds.');
  }

  function tellChanged() {
    trouble(
      `${file} was changed elsewhere since you began, in the same lines. Yours is kept here, and nothing was written over.`,
      choice('Publish mine over it', async () => {
        const now = await askFile(file);
        if (now.fault === undefined && now.it !== null) await publish(now.it.version);
      }),
      choice('Take the file’s text', takeTheirs),
    );
  }

  /** The other text is one press away until one types on. */
  async function takeTheirs() {
    const now = await askFile(file);
    if (now.fault !== undefined || now.it === null) return;
    const mine = box.value;
    take(now.it, 'Changed elsewhere');
    if (mine === now.it.text) return;
    trouble(
      'This is the file’s text.',
      choice('Back to mine', () => {
        put(mine);
        typed();
        trouble('');
      }),
    );
  }

  function take(it: WireFile, what: string) {
    opened = it;
    put(it.text);
    keepFileDraft(file, null);
    trouble('');
    awaited = { what, since: seen.at };
    checkSoon(0);
  }

  /** Whoever edits in an editor sees findings and card follow here as well. */
  async function look() {
    if (!dialog.open || file === '') return;
    const mine = serial;
    const at = Date.now();
    const found = await askStanding(file);
    if (found.fault !== undefined || found.it === null || mine !== serial) return;
    const { version, read_at, refused } = found.it;
    if (check.isDead()) checkSoon(0);
    if (version === seen.version) seen.at = at;
    else if (version !== null) await changedElsewhere();
    if (awaited !== null && read_at > awaited.since) {
      const { what } = awaited;
      awaited = null;
      say(
        refused === null
          ? `${what}, and in service.`
          : `${what}, but not in service: ${refused} What was in service stays.`,
      );
    }
    if (read_at !== readAt && readAt !== 0) served();
    readAt = read_at;
  }

  function typed() {
    keep();
    checkSoon(CHECK_AFTER);
  }

  setInterval(look, LOOK_EVERY);
  files.addEventListener('change', () => load(files.value));
  save.addEventListener('click', () => publish(opened.version));
  dialog.addEventListener('keydown', (event) => {
    if (event.key !== 's' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    save.click();
  });
  box.addEventListener('input', typed);
  for (const moved of ['keyup', 'click']) box.addEventListener(moved, () => answers.follow(lineOf(box)));
  return { open, go, goTo };
}

function choice(label: string, click: () => void): HTMLElement {
  return el('button', { type: 'button', class: 'button', click }, label);
}
