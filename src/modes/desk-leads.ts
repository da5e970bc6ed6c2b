import type { Bot } from '../bot/bot.js';
import { isLead } from '../bot/pressed.js';
import type { Config } from '../config.js';
import type { Faq } from '../faq/load.js';
import { type Calendar, calendarOf } from '../knowledge/day.js';
import type { Entry } from '../knowledge/entry.js';
import type { DeskDoor } from '../playground/desk.js';
import type { WireButton, WireEntry, WireGap } from '../playground/wire.js';
import { TEAM } from '../playground/workspace.js';
import {
  answeredLines,
  type GapCard,
  type GapShow,
  gapForms,
  gapSays,
  gapsNotReadReply,
  heardOf,
  openGaps,
  readGapsValue,
  STATES,
  shownGaps,
} from '../replies/gaps.js';
import { forLeadsReply } from '../replies/leads-only.js';
import { sureness } from '../replies/why.js';

interface LeadsDeps {
  bot: Pick<Bot, 'gapsNow' | 'sayOfGap' | 'reviewsDue' | 'reviewFor'>;
  faq(): Faq;
  config: Pick<Config, 'leads' | 'leadsChannel' | 'timeZone'>;
  now(): Date;
}

/** What waits for leads, as the desk shows it: found, worded and said by the code that does so in Slack. */
export function waitingFor({
  bot,
  faq,
  config,
  now,
}: LeadsDeps): Pick<DeskDoor, 'gaps' | 'sayOfGap' | 'reviews' | 'review'> {
  const leads = { people: config.leads, channel: config.leadsChannel };
  const byOf = (user: string) => `${TEAM.id}:${user}`;
  const refusal = (user: string) => (isLead(byOf(user), leads) ? null : forLeadsReply(leads).text);

  return {
    async gaps(user, value) {
      const refused = refusal(user);
      if (refused !== null) return { refused };
      const cards = await bot.gapsNow().catch(() => null);
      if (cards === null) return { refused: gapsNotReadReply().text };
      const { show } = readGapsValue(value);
      const calendar = calendarOf(now(), config.timeZone);
      const gaps = shownGaps(cards, show).map((card) => wireGap(card, show, faq().knowledge.entries, calendar));
      return { gaps, open: openGaps(cards).length };
    },
    async sayOfGap(user, value) {
      await bot.sayOfGap({ block: '', place: 'desk', by: byOf(user) }, value);
    },
    reviews(user) {
      const refused = refusal(user);
      return refused === null ? { due: bot.reviewsDue().map(({ entry }) => wireEntry(entry)) } : { refused };
    },
    review(user, at) {
      const before = bot.reviewsDue()[at - 1]?.entry.id;
      const { text, blocks } = bot.reviewFor(byOf(user), before === undefined ? '' : `${at} ${before}`);
      return { text, blocks };
    },
  };
}

function wireGap(card: GapCard, show: GapShow, entries: ReadonlyMap<string, Entry>, calendar: Calendar): WireGap {
  const { id, state, wordings, nearest } = card;
  return {
    id,
    wordings: [...wordings],
    heard: [heardOf(card, calendar), ...(state === 'new' ? [] : [STATES[state]])].join(' · '),
    answered: answeredLines(card),
    nearest: nearest.flatMap(({ entry, confidence }) => {
      const found = entries.get(entry);
      return found === undefined ? [] : [{ ...wireEntry(found), confidence, sure: sureness(confidence) }];
    }),
    forms: buttonsOf(gapForms(card)),
    says: buttonsOf(gapSays(card, show, 1)),
  };
}

function wireEntry({ id, questions: [title], place: { file, line } }: Entry): WireEntry {
  return { entry: id, title, file, line };
}

function buttonsOf({ elements }: ReturnType<typeof gapForms>): WireButton[] {
  return elements.flatMap((element) => {
    if (element.type !== 'button') return [];
    const { action_id = '', value = '', text, accessibility_label: spoken = text.text } = element;
    return [{ label: text.text, spoken, action_id, value }];
  });
}
