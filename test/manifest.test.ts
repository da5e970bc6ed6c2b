import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App } from '@slack/bolt';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { describe, expect, it, vi } from 'vitest';
import { parse } from 'yaml';
import { NAMES } from '../src/replies/names.js';
import { stepOutputs } from '../src/replies/step.js';
import { COMMAND } from '../src/slack/command.js';
import { EVENTS } from '../src/slack/questions.js';
import { SHORTCUTS } from '../src/slack/shortcuts.js';
import { startConversation } from './conversation.js';
import { faqOf } from './frozen.js';

const ROOT = join(import.meta.dirname, '..');
const manifest = parse(readFileSync(join(ROOT, 'manifest.yml'), 'utf8'));
/** What a clinic may add, by what it is for. */
const { auto, workflow } = parse(readFileSync(join(ROOT, 'manifest.optional.yml'), 'utf8'));

/** Web API methods that the code calls, and the scope that each needs. Page: https://docs.slack.dev/reference/methods */
const SCOPE_OF_METHOD: Record<string, string | null> = {
  'chat.postMessage': 'chat:write',
  'chat.postEphemeral': 'chat:write',
  'chat.update': 'chat:write',
  'auth.test': null,
  'chat.getPermalink': null,
  'functions.completeError': null,
  'functions.completeSuccess': null,
  'apps.connections.open': null,
  'assistant.threads.setSuggestedPrompts': 'assistant:write',
  'views.open': null,
  'views.publish': null,
  'views.push': null,
  'views.update': null,
};
/** Events, and the scope that each needs. Page: https://docs.slack.dev/reference/events */
const SCOPE_OF_EVENT: Record<string, string | null> = {
  app_home_opened: null,
  app_mention: 'app_mentions:read',
  'message.channels': 'channels:history',
  'message.groups': 'groups:history',
  'message.im': 'im:history',
};

/** What the app hears, as its listeners tell Bolt; and questions, which are heard in front of them. */
async function listenedFor() {
  const event = vi.spyOn(App.prototype, 'event');
  const command = vi.spyOn(App.prototype, 'command');
  const action = vi.spyOn(App.prototype, 'action');
  const shortcut = vi.spyOn(App.prototype, 'shortcut');
  const step = vi.spyOn(App.prototype, 'function');
  await startConversation();
  const first = (spy: { mock: { calls: unknown[][] } }) => spy.mock.calls.map(([what]) => what);
  const found = {
    events: [...EVENTS, ...first(event)],
    commands: first(command),
    actions: first(action),
    shortcuts: first(shortcut),
    steps: first(step),
  };
  vi.restoreAllMocks();
  return found;
}

/** What Slack's published schema finds in a manifest. */
function faultsOf(checked: unknown): unknown[] {
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats.default(ajv);
  ajv.validate(
    JSON.parse(readFileSync(join(import.meta.dirname, 'schemas/manifest.schema.2.0.0.json'), 'utf8')),
    checked,
  );
  return ajv.errors ?? [];
}

describe('manifest.yml', () => {
  it('is valid by Slack’s published schema', () => {
    expect(faultsOf(manifest)).toEqual([]);
    expect(faultsOf({ ...manifest, settings: { event_subscriptions: { bot_events: 'none' } } })).not.toEqual([]);
  });

  it('subscribes to the events that the code listens for, and to no other', async () => {
    const { events } = await listenedFor();
    const wanted = events.map((name) => (name === 'message' ? 'message.im' : name)).sort();
    expect([...manifest.settings.event_subscriptions.bot_events].sort()).toEqual(wanted);
  });

  it('asks for no scope to read a channel; that may be added, and for each kind of channel its event with its scope', () => {
    const asked: string[] = manifest.oauth_config.scopes.bot;
    expect(asked.filter((scope) => /^(channels|groups|mpim):/.test(scope))).toEqual([]);
    const events: string[] = auto.settings.event_subscriptions.bot_events;
    expect(auto.oauth_config.scopes.bot).toEqual(events.map((event) => SCOPE_OF_EVENT[event]));
    expect(events.filter((event) => !event.startsWith('message.'))).toEqual([]);
    const both = structuredClone(manifest);
    both.oauth_config.scopes.bot.push(...auto.oauth_config.scopes.bot);
    both.settings.event_subscriptions.bot_events.push(...events);
    expect(faultsOf(both)).toEqual([]);
  });

  it('has no step of a workflow, which wants an organisation; that may be added, as the code listens for it', async () => {
    expect(manifest).not.toHaveProperty('functions');
    expect(manifest.settings).toMatchObject({ org_deploy_enabled: false });
    const { steps } = await listenedFor();
    expect(Object.keys(workflow.functions)).toEqual(steps);
    expect(workflow.settings.event_subscriptions.bot_events).toEqual(['function_executed']);
    const settings = { ...manifest.settings, ...workflow.settings };
    expect(faultsOf({ ...manifest, functions: workflow.functions, settings })).toEqual([]);
    const [declared] = Object.values<{ output_parameters: { properties: object; required: string[] } }>(
      workflow.functions,
    );
    const { knowledge } = await faqOf();
    const found = { decision: 'abstain', entry: null, warnings: [] } as const;
    const outputs = Object.keys(stepOutputs({ text: '', blocks: [] }, found, knowledge));
    expect(Object.keys(declared?.output_parameters.properties ?? {})).toEqual(outputs);
    expect(declared?.output_parameters.required).toEqual(outputs);
  });

  it('declares the commands that the code listens for, and no other', async () => {
    const { commands } = await listenedFor();
    expect(commands).toEqual([COMMAND]);
    expect(manifest.features.slash_commands.map((each: { command: string }) => each.command)).toEqual(commands);
  });

  it('declares the shortcuts that the code listens for, and no other, by their kind', async () => {
    const { shortcuts } = await listenedFor();
    const kinds: Record<string, string> = { message: 'message_action', global: 'shortcut' };
    const declared = manifest.features.shortcuts.map((each: { type: string; callback_id: string }) => ({
      type: kinds[each.type],
      callback_id: each.callback_id,
    }));
    expect(declared).toEqual(shortcuts);
    expect(declared.map((each: { callback_id: string }) => each.callback_id)).toEqual(Object.values(SHORTCUTS));
  });

  it('leaves no button without a listener', async () => {
    const { actions } = await listenedFor();
    for (const name of Object.values(NAMES)) {
      const heard = actions.filter((action) => (action instanceof RegExp ? action.test(name) : action === name));
      expect(heard, name).toHaveLength(1);
    }
  });

  it('asks for the scopes that events, methods and commands need, and for no other', () => {
    const events: string[] = manifest.settings.event_subscriptions.bot_events;
    const needed = new Set([
      'commands',
      ...events.map((event) => SCOPE_OF_EVENT[event]),
      ...Object.values(SCOPE_OF_METHOD),
    ]);
    needed.delete(null);
    expect([...manifest.oauth_config.scopes.bot].sort()).toEqual([...needed].sort());
  });

  it('knows every Web API method that the code calls, which are those of its client', () => {
    const room = join(ROOT, 'src/slack');
    const files = readdirSync(room).map((file) => readFileSync(join(room, file), 'utf8'));
    const declared = [...readFileSync(join(room, 'client.ts'), 'utf8').matchAll(/^ {2}'([\w.]+)': WebClient/gm)];
    const methods = declared.map(([, method]) => method ?? '').sort();
    expect(methods).toEqual(Object.keys(SCOPE_OF_METHOD).sort());
    const called = files.flatMap((code) =>
      [...code.matchAll(/\bclient\('([\w.]+)'/g)].map(([, method]) => method ?? ''),
    );
    expect(methods.filter((method) => !called.includes(method))).toEqual([]);
  });

  it('turns on what the bot lives by: direct messages and buttons', () => {
    expect(manifest.features.app_home).toMatchObject({ home_tab_enabled: true, messages_tab_enabled: true });
    expect(manifest.settings.interactivity.is_enabled).toBe(true);
  });
});
