import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { isObject, type Json, objectsIn, stringOr } from './json.js';
import type { MemorySlackOptions } from './slack.js';

/**
 * What `manifest.yml` tells Slack of the app: the events that it hears, its slash commands, its shortcuts, whether it has
 * a Home tab, and the prompts of its agent view. What is not declared there does not exist.
 */
export function fromManifest(file: URL = new URL('../../manifest.yml', import.meta.url)): MemorySlackOptions {
  const manifest: unknown = parse(readFileSync(file, 'utf8'));
  const features = within(manifest, 'features');
  const { bot_events } = within(within(manifest, 'settings'), 'event_subscriptions');
  return {
    events: Array.isArray(bot_events) ? bot_events.map(String) : [],
    commands: objectsIn(features.slash_commands).map((declared) => ({
      command: stringOr(declared.command, ''),
      description: stringOr(declared.description, ''),
      usage_hint: stringOr(declared.usage_hint, ''),
    })),
    shortcuts: objectsIn(features.shortcuts).map((declared) => ({
      callback_id: stringOr(declared.callback_id, ''),
      type: declared.type === 'message' ? 'message' : 'global',
      name: stringOr(declared.name, ''),
      description: stringOr(declared.description, ''),
    })),
    hasHome: within(features, 'app_home').home_tab_enabled === true,
    prompts: objectsIn(within(features, 'agent_view').suggested_prompts).map(({ title, message }) => ({
      title: stringOr(title, ''),
      message: stringOr(message, ''),
    })),
  };
}

/** The same with all that a clinic may add, by `manifest.optional.yml`: nobody's words are read here but one's own. */
export function withOptional(
  options: MemorySlackOptions,
  file: URL = new URL('../../manifest.optional.yml', import.meta.url),
): MemorySlackOptions {
  const additions: unknown = parse(readFileSync(file, 'utf8'));
  const events = Object.values(isObject(additions) ? additions : {}).flatMap((addition) => {
    const { bot_events } = within(within(addition, 'settings'), 'event_subscriptions');
    return Array.isArray(bot_events) ? bot_events.map(String) : [];
  });
  return { ...options, events: [...(options.events ?? []), ...events] };
}

function within(value: unknown, name: string): Json {
  const inner = isObject(value) ? value[name] : undefined;
  return isObject(inner) ? inner : {};
}
