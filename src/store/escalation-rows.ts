import { storable } from './rows.js';
import type { Escalation, Notice } from './store.js';
import type { Tables } from './tables.js';

export function escalationRow({ warnings, candidates, since, lead, at, ...rest }: Escalation): Tables['escalations'] {
  return {
    ...rest,
    text: storable(rest.text),
    answer: rest.answer === null ? null : storable(rest.answer),
    warnings: JSON.stringify(warnings),
    candidates: JSON.stringify(candidates),
    since: since.toISOString(),
    lead: lead?.user ?? null,
    lead_person: lead?.person ?? '',
    at: at.toISOString(),
  };
}

/** The escalation that a row holds. */
export function toEscalation({
  warnings,
  candidates,
  since,
  lead,
  lead_person: person,
  at,
  ...row
}: Tables['escalations']): Escalation {
  return {
    ...row,
    warnings: JSON.parse(warnings),
    candidates: JSON.parse(candidates),
    since: new Date(since),
    lead: lead === null ? null : { user: lead, person },
    at: new Date(at),
  };
}

export function noticeRow({ about, person, where, copy, at }: Notice): Tables['notices'] {
  return {
    about,
    person,
    slack_user: where?.user ?? '',
    channel: where?.channel ?? '',
    thread: where?.thread ?? null,
    copy_channel: copy?.channel ?? '',
    copy_ts: copy?.ts ?? '',
    at: at.toISOString(),
  };
}

/** The notice that a row holds. */
export function toNotice(row: Tables['notices']): Notice {
  const { about, person, slack_user: user, channel, thread, copy_channel, copy_ts: ts, at } = row;
  return {
    about,
    person,
    where: user === '' ? null : { user, channel, thread },
    copy: ts === '' ? null : { channel: copy_channel, ts },
    at: new Date(at),
  };
}
