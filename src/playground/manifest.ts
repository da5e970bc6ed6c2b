import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { isObject, objectsIn, stringOr } from './json.js';
import type { MemorySlackOptions } from './slack.js';

/** What `manifest.yml` tells Slack of the app: the events that it hears and its slash commands. */
export function fromManifest(file: URL = new URL('../../manifest.yml', import.meta.url)): MemorySlackOptions {
  const manifest: unknown = parse(readFileSync(file, 'utf8'));
  const { features, settings } = isObject(manifest) ? manifest : {};
  const subscribed = isObject(settings) && isObject(settings.event_subscriptions) ? settings.event_subscriptions : {};
  const events = Array.isArray(subscribed.bot_events) ? subscribed.bot_events.map(String) : [];
  const commands = objectsIn(isObject(features) ? features.slash_commands : []).map((declared) => ({
    command: stringOr(declared.command, ''),
    description: stringOr(declared.description, ''),
    usage_hint: stringOr(declared.usage_hint, ''),
  }));
  return { events, commands };
}
