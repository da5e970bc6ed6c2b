import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App } from '@slack/bolt';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { describe, expect, it, vi } from 'vitest';
import { parse } from 'yaml';
import { NAMES } from '../src/replies/names.js';
import { COMMAND } from '../src/slack/command.js';
import { startConversation } from './conversation.js';

const ROOT = join(import.meta.dirname, '..');
const manifest = parse(readFileSync(join(ROOT, 'manifest.yml'), 'utf8'));

/** Web API methods that the code calls, and the scope that each needs. Page: https://docs.slack.dev/reference/methods */
const SCOPE_OF_METHOD: Record<string, string | null> = {
  'chat.postMessage': 'chat:write',
  'chat.postEphemeral': 'chat:write',
  'auth.test': null,
  'apps.connections.open': null,
};
/** Events, and the scope that each needs. Page: https://docs.slack.dev/reference/events */
const SCOPE_OF_EVENT: Record<string, string> = { app_mention: 'app_mentions:read', 'message.im': 'im:history' };

/** What the listeners listen for, as they tell Bolt. */
async function listenedFor() {
  const event = vi.spyOn(App.prototype, 'event');
  const command = vi.spyOn(App.prototype, 'command');
  const action = vi.spyOn(App.prototype, 'action');
  await startConversation();
  const first = (spy: { mock: { calls: unknown[][] } }) => spy.mock.calls.map(([what]) => what);
  const found = { events: first(event), commands: first(command), actions: first(action) };
  vi.restoreAllMocks();
  return found;
}

describe('manifest.yml', () => {
  it('is valid by Slack’s published schema', () => {
    const ajv = new Ajv({ strict: false, allErrors: true });
    addFormats.default(ajv);
    const schema = JSON.parse(readFileSync(join(import.meta.dirname, 'schemas/manifest.schema.2.0.0.json'), 'utf8'));
    const valid = ajv.validate(schema, manifest);
    expect(ajv.errors ?? []).toEqual([]);
    expect(valid).toBe(true);
  });

  it('subscribes to the events that the code listens for, and to no other', async () => {
    const { events } = await listenedFor();
    const wanted = events.map((name) => (name === 'message' ? 'message.im' : name)).sort();
    expect([...manifest.settings.event_subscriptions.bot_events].sort()).toEqual(wanted);
  });

  it('declares the commands that the code listens for, and no other', async () => {
    const { commands } = await listenedFor();
    expect(commands).toEqual([COMMAND]);
    expect(manifest.features.slash_commands.map((each: { command: string }) => each.command)).toEqual(commands);
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

  it('knows every Web API method that the code calls', () => {
    const room = join(ROOT, 'src/slack');
    const code = readdirSync(room)
      .map((file) => readFileSync(join(room, file), 'utf8'))
      .join('\n');
    const called = [...code.matchAll(/'(chat\.[a-zA-Z]+)'|client\.([a-z]+(?:\.[a-zA-Z]+)+)\(/g)].map(
      ([, named, own]) => named ?? own ?? '',
    );
    expect(called.filter((method) => !(method in SCOPE_OF_METHOD))).toEqual([]);
    expect(called.length).toBeGreaterThan(2);
  });

  it('turns on what the bot lives by: direct messages and buttons', () => {
    expect(manifest.features.app_home.messages_tab_enabled).toBe(true);
    expect(manifest.settings.interactivity.is_enabled).toBe(true);
  });
});
