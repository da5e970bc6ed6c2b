/** The make-believe workspace: who is there and where they talk. Ids have the shape of Slack's own. */

/** What somebody is in the clinic; Slack knows nothing of it. */
export type Role = 'staff' | 'new hire' | 'lead' | 'lead, clinician';

export interface Person {
  id: string;
  /** Display name, as one types it after `@`. */
  name: string;
  username: string;
  role: Role;
}

export interface Channel {
  id: string;
  name: string;
  /** The person on the other side of a direct message with the bot. */
  person?: string;
  /** Who is in it, where it is private. */
  members?: readonly string[];
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

/** Who speaks for Slack itself. */
export const SLACKBOT = 'USLACKBOT';

export const PEOPLE: readonly Person[] = [
  { id: 'U0ANNA001', name: 'Anna Berg', username: 'anna', role: 'staff' },
  { id: 'U0BEN0001', name: 'Ben Okoro', username: 'ben', role: 'new hire' },
  { id: 'U0CHLOE01', name: 'Chloe Martin', username: 'chloe', role: 'lead' },
  { id: 'U0DAN0001', name: 'Dan Ito', username: 'dan', role: 'lead, clinician' },
];

/** What `LEADS`, `CLINICIANS` and `LEADS_CHANNEL` are here. */
export const LEADS: readonly string[] = PEOPLE.filter(({ role }) => role.startsWith('lead')).map(({ id }) => id);
export const CLINICIANS: readonly string[] = PEOPLE.filter(({ role }) => role.endsWith('clinician')).map(
  ({ id }) => id,
);
export const LEADS_CHANNEL = 'C0LEADS001';

export const CHANNELS: readonly Channel[] = [
  { id: 'C0GENERAL1', name: 'general' },
  { id: 'C0CLINIC01', name: 'clinic-floor' },
  { id: LEADS_CHANNEL, name: 'leads', members: LEADS },
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

export function isPrivate(channel: string): boolean {
  return findChannel(channel)?.members !== undefined;
}

/** True where the person can read the channel: public ones, private ones that they are in, and their own direct message. */
export function canSee(person: string, channel: string): boolean {
  const found = findChannel(channel);
  if (found === undefined) return false;
  return (found.person ?? person) === person && (found.members?.includes(person) ?? true);
}
