/**
 * App Home and modals, as the `views` methods keep them. Pages: https://docs.slack.dev/surfaces/modals and
 * https://docs.slack.dev/reference/methods/views.open (push, update, publish).
 */

import { refuse } from './content.js';
import { withIds } from './ids.js';
import { isObject, type Json, objectsIn, stringOr } from './json.js';
import { viewFaults } from './view-faults.js';
import { BOT, findPerson, TEAM } from './workspace.js';

/** A view as Slack hands it out: with ids, hash and everything that the app left to Slack. */
export interface View extends Json {
  id: string;
  type: 'modal' | 'home';
  hash: string;
  blocks: Json[];
  private_metadata: string;
  callback_id: string;
  external_id: string;
  root_view_id: string;
  previous_view_id: string | null;
}

/** A trigger id may be used this long, in milliseconds. */
const TRIGGER_LIFE = 3000;
/** Views that a modal holds, one upon the other. */
const MOST_STACKED = 3;
/** Trigger ids that are remembered, for the errors of those that are late. */
const MOST_TRIGGERS = 1000;

export interface ViewsDeps {
  now: () => number;
  /** A new timestamp, for trigger ids. */
  nextTs(): string;
  /** Called with a person's id when a view of theirs has changed. */
  changed(user: string): void;
  /** Whether the app has a Home tab. */
  hasHome: boolean;
}

export type Views = ReturnType<typeof createViews>;

export function createViews({ now, nextTs, changed, hasHome }: ViewsDeps) {
  const homes = new Map<string, View>();
  const stacks = new Map<string, View[]>();
  const triggers = new Map<string, { user: string; at: number; spent: boolean; view: string | undefined }>();
  let serial = 0;
  let edition = 0;

  function made(view: Json, more: { id: string } & Partial<View>): View {
    edition += 1;
    const { title = null, submit = null, close = null, ...given } = view;
    return {
      private_metadata: '',
      callback_id: '',
      external_id: '',
      clear_on_close: false,
      notify_on_close: false,
      root_view_id: more.id,
      previous_view_id: null,
      ...(view.type === 'modal' ? { title, submit, close } : {}),
      ...given,
      type: view.type === 'home' ? 'home' : 'modal',
      team_id: TEAM.id,
      state: { values: {} },
      app_id: BOT.app_id,
      app_installed_team_id: TEAM.id,
      bot_id: BOT.bot_id,
      ...more,
      hash: `${Math.floor(now() / 1000)}.${edition}`,
      blocks: withIds(objectsIn(view.blocks)),
    };
  }

  function nextId(): string {
    serial += 1;
    return `V0${serial.toString(36).toUpperCase().padStart(8, '0')}`;
  }

  function all(): View[] {
    return [...homes.values(), ...[...stacks.values()].flat()];
  }

  function refused(view: unknown, type: 'modal' | 'home', id?: string): Json | null {
    const faults = viewFaults(view, type);
    if (faults) return refuse(faults.error, faults.messages);
    const external = isObject(view) ? view.external_id : undefined;
    const taken = external && all().some((other) => other.external_id === external && other.id !== id);
    return taken ? refuse('duplicate_external_id') : null;
  }

  function exchange(trigger_id: unknown): { user: string; view: string | undefined } | Json {
    const trigger = triggers.get(stringOr(trigger_id, ''));
    if (!trigger) return refuse('invalid_trigger_id');
    if (trigger.spent) return refuse('exchanged_trigger_id');
    if (now() - trigger.at > TRIGGER_LIFE) return refuse('expired_trigger_id');
    trigger.spent = true;
    return { user: trigger.user, view: trigger.view };
  }

  /** Puts a view on a person's modal. The caller has checked it. */
  function stack(user: string, view: Json): View {
    const below = stacks.get(user) ?? [];
    const id = nextId();
    const [root, previous] = [below[0], below.at(-1)];
    const kept = made(view, { id, root_view_id: root?.id ?? id, previous_view_id: previous?.id ?? null });
    stacks.set(user, [...below, kept]);
    changed(user);
    return kept;
  }

  function replace(old: View, view: Json): View {
    const { id, root_view_id, previous_view_id } = old;
    const kept = made(view, { id, root_view_id, previous_view_id });
    for (const [user, views] of stacks) {
      if (!views.includes(old)) continue;
      stacks.set(
        user,
        views.map((each) => (each === old ? kept : each)),
      );
      changed(user);
    }
    return kept;
  }

  const methods: Record<string, (args: Json) => Json> = {
    'views.open'(args) {
      const fault = refused(args.view, 'modal');
      if (fault) return fault;
      const by = exchange(args.trigger_id);
      if (!('user' in by)) return by;
      const user = String(by.user);
      stacks.delete(user);
      return { ok: true, view: stack(user, args.view as Json) };
    },

    'views.push'(args) {
      const fault = refused(args.view, 'modal');
      if (fault) return fault;
      const by = exchange(args.trigger_id);
      if (!('user' in by)) return by;
      const user = String(by.user);
      const open = stacks.get(user) ?? [];
      if (!open.some(({ id }) => id === by.view)) return refuse('not_found');
      if (open.length >= MOST_STACKED) return refuse('push_limit_reached');
      return { ok: true, view: stack(user, args.view as Json) };
    },

    'views.update'(args) {
      const { view_id, external_id, hash } = args;
      if (!view_id && !external_id) return refuse('invalid_arguments', ['[ERROR] missing required field: view_id']);
      const old = [...stacks.values()]
        .flat()
        .find((view) => (view_id ? view.id === view_id : view.external_id === external_id));
      if (!old) return refuse('not_found');
      if (hash !== undefined && hash !== old.hash) return refuse('hash_conflict');
      return refused(args.view, 'modal', old.id) ?? { ok: true, view: replace(old, args.view as Json) };
    },

    'views.publish'(args) {
      const person = findPerson(args.user_id);
      if (!person) return refuse('user_not_found');
      if (!hasHome) return refuse('not_enabled');
      const old = homes.get(person.id);
      if (args.hash !== undefined && args.hash !== old?.hash) return refuse('hash_conflict');
      const fault = refused(args.view, 'home', old?.id);
      if (fault) return fault;
      const view = made(args.view as Json, { id: old?.id ?? nextId() });
      homes.set(person.id, view);
      changed(person.id);
      return { ok: true, view };
    },
  };

  return {
    methods,
    /** A new trigger id; `view` is the modal that it was pressed in. */
    trigger(user: string, view: string | undefined): string {
      const id = `${nextTs()}.trigger`;
      triggers.set(id, { user, at: now(), spent: false, view });
      const [oldest] = triggers.keys();
      if (triggers.size > MOST_TRIGGERS && oldest !== undefined) triggers.delete(oldest);
      return id;
    },
    home: (user: string): View | undefined => homes.get(user),
    /** The views of a person's modal, the one in sight last. */
    stack: (user: string): readonly View[] => stacks.get(user) ?? [],
    refused: (view: unknown, id?: string) => refused(view, 'modal', id),
    replace,
    push: stack,
    /** Takes the view in sight away, or all of them. */
    close(user: string, everything: boolean): void {
      const left = everything ? [] : (stacks.get(user) ?? []).slice(0, -1);
      if (left.length > 0) stacks.set(user, left);
      else stacks.delete(user);
      changed(user);
    },
  };
}
