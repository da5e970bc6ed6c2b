/** The page's line to its server. */

import type { WireAct, WireChannel, WireHello, WireResult } from '../wire.js';

export interface Heard {
  hello(hello: WireHello): void;
  channel(channel: WireChannel): void;
  /** The line is up, or lost; the browser tries again by itself. */
  line(up: boolean): void;
}

/** Opens a person's feed; answers with the way to close it. */
export function listen(viewer: string, heard: Heard): () => void {
  const source = new EventSource(`/feed?viewer=${encodeURIComponent(viewer)}`);
  source.addEventListener('hello', ({ data }) => heard.hello(JSON.parse(data)));
  source.addEventListener('channel', ({ data }) => heard.channel(JSON.parse(data)));
  source.addEventListener('open', () => heard.line(true));
  source.addEventListener('error', () => heard.line(false));
  return () => source.close();
}

/** Does something as a person. Throws with the server's words where that cannot be done. */
export async function act(what: WireAct): Promise<WireResult> {
  const response = await fetch('/act', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(what),
  });
  if (!response.ok) throw new Error(await response.text());
  return response.json();
}
