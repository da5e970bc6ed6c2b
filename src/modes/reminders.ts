import { errorFields, type Log } from '../logging.js';

/** Milliseconds between looks at what is due: reminders come within so long of the hour. */
const PAUSE = 600_000;

/** Sends what is due, again and again. What goes wrong is tried at the next look. Answers with the way to stop. */
export function keepReminders(
  remind: () => Promise<void>,
  { after, log }: { after(ms: number, run: () => void): () => void; log: Log },
): () => void {
  let stopped = false;
  let cancel = () => {};

  async function round(): Promise<void> {
    await remind().catch((error: unknown) => log.warn(errorFields(error), 'reminders not sent, trying again'));
    if (!stopped) cancel = after(PAUSE, () => void round());
  }

  void round();
  return () => {
    stopped = true;
    cancel();
  };
}
