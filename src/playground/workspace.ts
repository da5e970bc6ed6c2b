/** The make-believe workspace: who is there and where they talk. Ids have the shape of Slack's own. */

export interface Person {
  id: string;
  /** Display name, as one types it after `@`. */
  name: string;
  username: string;
}

export interface Channel {
  id: string;
  name: string;
  /** The person on the other side of a direct message with the bot. */
  person?: string;
}

export const TEAM = { id: 'T0CLINIC1', domain: 'clinic', name: 'Clinic' } as const;

/** The app and its bot user. `token` is what Bolt must present. */
export const BOT = {
  id: 'U0IASTMBOT',
  name: 'IASTM FAQ',
  username: 'iastm_faq',
  bot_id: 'B0IASTMBOT',
  app_id: 'A0IASTMAPP',
  token: 'xoxb-memory',
} as const;

export const PEOPLE: readonly Person[] = [
  { id: 'U0ANNA001', name: 'Anna Berg', username: 'anna' },
  { id: 'U0BEN0001', name: 'Ben Okoro', username: 'ben' },
];

export const CHANNELS: readonly Channel[] = [
  { id: 'C0GENERAL1', name: 'general' },
  { id: 'C0CLINIC01', name: 'clinic-floor' },
  ...PEOPLE.map(({ id }) => ({ id: dmOf(id), name: 'directmessage', person: id })),
];

/** Id of a person's direct message with the bot. */
export function dmOf(person: string): string {
  return `D${person.slice(1)}`;
}

export function isDm(channel: string): boolean {
  return channel.startsWith('D');
}

export function findPerson(id: unknown): Person | undefined {
  return PEOPLE.find((person) => person.id === id);
}

export function findChannel(id: unknown): Channel | undefined {
  return CHANNELS.find((channel) => channel.id === id);
}

/** True where the person can read the channel: public channels, and their own direct message. */
export function canSee(person: string, channel: string): boolean {
  const found = findChannel(channel);
  return found !== undefined && (found.person === undefined || found.person === person);
}
