import { valuesOf } from '../../src/playground/forms.js';
import type { Bot } from './bot.js';
import { command, type Json, nextTs, press, TEAM } from './payloads.js';
import type { Stage } from './stage.js';
import { until } from './wait.js';

/** Milliseconds that a proof, or the way into service, is waited for: no promise, since both wait for the processor. */
const PATIENCE = 300_000;
/** The one source of the stage's knowledge, as a menu of sources offers it. */
const SOURCE = { text: { type: 'plain_text', text: 'The shelf book, 2024' }, value: 'shelf-2024' };

interface View {
  callback_id: string;
  private_metadata?: string;
  submit?: unknown;
  blocks: Json[];
}

/** A lead who edits the knowledge in Slack, one form after the other. */
export interface Lead {
  /** Opens the form that changes an entry. */
  change(entry: string): Promise<void>;
  /** Opens the form for a new entry. */
  draft(): Promise<void>;
  /** Takes the last edit back, up to its proof. */
  undo(): Promise<void>;
  /** What stands in the lines of a field of the form that is open. */
  lines(field: string): string[];
  /** Fills some fields in, and sends the form; resolves with its proof. */
  send(filled: Record<string, string | string[]>): Promise<void>;
  /** Publishes what was proved; resolves when it is written. */
  publish(): Promise<void>;
  /** Resolves when what was published is in service. */
  served(): Promise<void>;
}

/** What a bot answers a lead in a form that is not what was hoped for throws with its words. */
export function leadAt({ slack }: Stage, bot: Bot, user: string): Lead {
  let forms = 0;
  let id = '';
  let from = 0;
  slack.answer('views.open', () => ({ view: { id } }));

  /** What has stood in the form since it was opened, oldest first. */
  function views(): View[] {
    return slack.calls
      .slice(from)
      .filter(({ method, args }) => method === 'views.open' || (method === 'views.update' && args.view_id === id))
      .map(({ args }) => args.view as View);
  }

  async function open(act: () => Promise<unknown>): Promise<void> {
    forms += 1;
    id = `V0LEAD${forms}`;
    from = slack.calls.length;
    await act();
    await until('the form is open', () => views().length > 0);
  }

  async function submit(filled: Record<string, string | string[]>): Promise<void> {
    const view = views().at(-1);
    if (view === undefined) throw new Error('No form is open.');
    const named = Object.entries(filled).map(([name, value]) => {
      const { block_id, element } = fieldIn(view, name);
      return [block_id, { [element.action_id]: value }];
    });
    const values = valuesOf(view.blocks, Object.fromEntries(named), () => [SOURCE]);
    const sent = { id, type: 'modal', hash: nextTs(), ...view, state: { values } };
    const { text } = await bot.deliver({
      kind: 'interaction',
      body: {
        type: 'view_submission',
        team: { id: TEAM, domain: 'faults' },
        user: { id: user, team_id: TEAM, username: 'lead' },
        trigger_id: `${nextTs()}.trigger`,
        view: sent,
      },
    });
    if (!text.includes('"response_action":"update"')) throw new Error(`The form was not taken: ${text}`);
  }

  /** Waits for words in the form. */
  async function says(words: string): Promise<void> {
    const isSaid = () => {
      const said = views().map((view) => JSON.stringify(view));
      if (said.some((each) => each.includes(words))) return true;
      const strange = said.find((each) => each.includes('"callback_id":"done"') && !HOPED.test(each));
      if (strange !== undefined) throw new Error(`In place of "${words}": ${strange}`);
      return false;
    };
    await until(words, isSaid, PATIENCE);
  }

  async function proof(): Promise<void> {
    await says('"callback_id":"proof"');
    const view = views().at(-1);
    if (view?.submit === undefined) throw new Error(`It cannot be published: ${JSON.stringify(view)}`);
  }

  return {
    change: (entry) => open(() => bot.deliver(command(`edit ${entry}`, { user }))),
    draft: () => open(() => bot.deliver(press('add:0', 'draft', { user, response_url: slack.responseUrl() }))),
    async undo() {
      const { text } = await bot.deliver(command('edits', { user }));
      const [, last = ''] = /"value":"(undo [^"]+)"/.exec(text) ?? [];
      await open(() => bot.deliver(press('edit:0', last, { user, response_url: slack.responseUrl() })));
      await proof();
    },
    lines(field) {
      const view = views().at(-1);
      return view === undefined ? [] : (fieldIn(view, field).element.initial_value ?? '').split('\n').filter(Boolean);
    },
    async send(filled) {
      await submit(filled);
      await proof();
    },
    async publish() {
      await submit({});
      await says('*Published.*');
    },
    served: () => says('*In service.*'),
  };
}

/** What a form says on the way. */
const HOPED = /\*(Looking what changes|Publishing|Published\.|In service\.)/;

/** The block of a field, by its name; the ids of some tell more behind it. */
function fieldIn({ blocks }: View, name: string) {
  const found = blocks.find(({ block_id }) => block_id === name || String(block_id).startsWith(`${name}.`));
  if (found === undefined) throw new Error(`The form has no field ${name}.`);
  return found as { block_id: string; element: { action_id: string; initial_value?: string } };
}
