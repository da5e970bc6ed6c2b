import { dayOf, daysAfter, hourOf, isWorkingDay } from '../knowledge/day.js';
import { isRead } from '../learning/path.js';
import { sittingOf } from '../learning/quiz.js';
import {
  PAUSE_DAYS,
  pausedReply,
  REMIND_ACTS,
  reminderReply,
  remindingReply,
  remindLaterReply,
  stoppedRemindingReply,
} from '../replies/reminder.js';
import type { Reply } from '../replies/reply.js';
import { goneReply } from '../replies/trouble.js';
import type { Learned } from '../store/store.js';
import type { Shown } from './choose.js';
import { closedReply } from './closed.js';
import type { BotDeps } from './deps.js';
import type { Learner } from './learner.js';
import { type Pressed, userOf } from './pressed.js';

/** Hours of the clinic's clock in which reminders are sent. */
const HOURS = { from: 9, until: 17 } as const;

/** A reminder to send to a person, by direct message. */
export interface Due {
  user: string;
  reply: Reply;
  /** Sends that person no more: they are no longer there. */
  stop(): Promise<void>;
}

/** Reminders for whoever has asked for them: on working days, one a day at the most, and none to whoever has learned that day. */
export function createRemind(
  {
    faq,
    store,
    keys,
    now,
    leads,
    stances,
    timeZone,
  }: Pick<BotDeps, 'faq' | 'store' | 'keys' | 'now' | 'leads' | 'stances' | 'timeZone'>,
  { learner }: { learner: Learner },
) {
  /** Turns reminders on or off, or pauses them. */
  async function remind(pressed: Pressed, value: string): Promise<Shown> {
    const act = REMIND_ACTS.find((each) => each === value);
    if (act === undefined) return { reply: goneReply(), replace: false };
    const person = keys.person(pressed.by);
    const from = act === 'pause' ? daysAfter(learner.today(), PAUSE_DAYS) : learner.today();
    const keeping =
      act === 'off'
        ? store.dropReminder(person)
        : store.keepReminder({ person, user: userOf(pressed), from, at: now() });
    const said = { on: remindingReply, pause: () => pausedReply(from), off: stoppedRemindingReply }[act];
    return keeping.then(
      () => ({ reply: said(), replace: true }),
      () => ({ reply: remindLaterReply(act), replace: false }),
    );
  }

  /** The reminders that are to be sent now; each is handed out once a day, to one of all replicas. */
  async function* reminders(): AsyncGenerator<Due> {
    const [today, hour] = [learner.today(), hourOf(now(), timeZone)];
    if (!isWorkingDay(today) || hour < HOURS.from || hour >= HOURS.until) return;
    if (closedReply({ faq, leads, stances }) !== null) return;
    for (const { person, user, from } of await store.reminders()) {
      if (from > today) continue;
      const learned = await store.learned(person);
      if (learned.reminder === null || hasLearned(learned, today)) continue;
      const questions = sittingOf(learner.items(), learned.recalls, today).of;
      const cards = learner.cards(learned).filter((card) => !isRead(card)).length;
      if (questions + cards === 0) continue;
      const mine = await store.takeTurn('reminder', keys.asked(`reminder ${person} ${today}`), now());
      if (mine) yield { user, reply: reminderReply({ questions, cards }), stop: () => store.dropReminder(person) };
    }
  }

  function hasLearned({ readings, recalls }: Learned, today: string): boolean {
    return [...readings, ...recalls].some(({ at }) => dayOf(at, timeZone) === today);
  }

  return { remind, reminders };
}
