/** The page's line to its server. */

import type { WireAct, WireChannel, WireHello, WireNews, WireResult, WireViews } from '../wire.js';

export interface Heard {
  hello(hello: WireHello): void;
  channel(channel: WireChannel): void;
  views(views: WireViews): void;
  news(news: WireNews): void;
  /** The line is up, or lost: then, what to do. The page tries again by itself. */
  line(fault: string | null): void;
}

const STOPPED = 'The playground has stopped. Start it again: npm start. What you have written is kept.';
const FULL = 'Too many pages of the playground are open. Close one of them; this one tries again by itself.';
/** A page that was turned away asks again after this long, in milliseconds. */
const AGAIN = 3000;

/** Opens a person's feed; answers with the way to close it. */
export function follow(viewer: string, heard: Heard): () => void {
  let source = open();
  let timer: ReturnType<typeof setTimeout> | undefined;

  function open(): EventSource {
    const opened = new EventSource(`/feed?viewer=${encodeURIComponent(viewer)}`);
    opened.addEventListener('hello', ({ data }) => heard.hello(JSON.parse(data)));
    opened.addEventListener('channel', ({ data }) => heard.channel(JSON.parse(data)));
    opened.addEventListener('news', ({ data }) => heard.news(JSON.parse(data)));
    opened.addEventListener('views', ({ data }) => heard.views(JSON.parse(data)));
    opened.addEventListener('open', () => heard.line(null));
    opened.addEventListener('error', () => {
      // A browser asks again after a lost line, not after a refusal.
      const refused = opened.readyState === EventSource.CLOSED;
      heard.line(refused ? FULL : STOPPED);
      if (refused) timer = setTimeout(() => (source = open()), AGAIN);
    });
    return opened;
  }

  return () => {
    clearTimeout(timer);
    source.close();
  };
}

/** Does something as a person. Throws with what to do where that cannot be done. */
export async function act(what: WireAct): Promise<WireResult> {
  const response = await fetch('/act', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(what),
  }).catch(() => {
    throw new Error('The playground does not answer. Start it again (npm start), then try once more.');
  });
  if (!response.ok) throw new Error((await response.text()).trim());
  return response.json();
}
