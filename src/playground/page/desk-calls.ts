/** What the desk asks of the server. A `fault` is what to tell the person; null stands for what is not there. */

import type {
  WireFile,
  WireGaps,
  WireMerged,
  WireReading,
  WireReview,
  WireReviews,
  WireSaved,
  WireStanding,
  WireTried,
} from '../wire.js';

export type Asked<T> = { fault?: undefined; it: T | null } | { fault: string };

const DEAD = 'The playground does not answer. Start it again (npm start); your text is kept.';

export const askFiles = () => call<string[]>('/desk/files');
export const askFile = (file: string) => call<WireFile>(`/desk/file?${new URLSearchParams({ file })}`);
export const askStanding = (file: string) => call<WireStanding>(`/desk/standing?${new URLSearchParams({ file })}`);
export const askTry = (sent: { file: string; text: string; whole: boolean }) => call<WireTried>('/desk/try', sent);
export const askSave = (sent: { user: string; file: string; version: string; text: string }) =>
  call<WireSaved>('/desk/save', sent);
export const askMerge = (sent: { file: string; base: string; text: string }) => call<WireMerged>('/desk/merge', sent);
export const askReading = (sent: { id: number; question: string }) =>
  call<{ reading: WireReading | null }>('/desk/ask', sent);
export const askGaps = (user: string, show: string) =>
  call<WireGaps>(`/desk/gaps?${new URLSearchParams({ user, show })}`);
export const askSayOfGap = (sent: { user: string; value: string }) => call<null>('/desk/gap', sent);
export const askReviews = (user: string) => call<WireReviews>(`/desk/reviews?${new URLSearchParams({ user })}`);
export const askReview = (user: string, at: number) =>
  call<WireReview>(`/desk/review?${new URLSearchParams({ user, at: `${at}` })}`);

async function call<T>(path: string, sent?: object): Promise<Asked<T>> {
  const post = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(sent) };
  try {
    const response = await fetch(path, sent === undefined ? {} : post);
    if (response.status === 404) return { it: null };
    return response.ok ? { it: await response.json() } : { fault: (await response.text()).trim() };
  } catch {
    return { fault: DEAD };
  }
}
