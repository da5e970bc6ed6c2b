import { request } from 'undici';

/** One call over the network. */
export interface WireRequest {
  headers: Record<string, string>;
  body: string;
  /** Milliseconds until it is given up. */
  timeout: number;
}

/** Posts, and answers with what came back. Rejects where nothing did. */
export type Wire = (
  url: string,
  request: WireRequest,
) => Promise<{ status: number; headers: { get(name: string): string | null }; text(): Promise<string> }>;

/**
 * Over undici's `request`: it costs half the CPU of `fetch`, since no web streams are built for a few hundred bytes of JSON.
 * Errors carry the same codes; redirects are not followed.
 */
export const wire: Wire = async (url, { headers, body, timeout }) => {
  const limits = { headersTimeout: timeout, bodyTimeout: timeout };
  const answer = await request(url, { method: 'POST', headers, body, ...limits });
  return {
    status: answer.statusCode,
    headers: { get: (name) => answer.headers[name]?.toString() ?? null },
    text: () => answer.body.text(),
  };
};

/** The same over a `fetch`, such as that of the Slack in memory. */
export function wireOver(fetch: typeof globalThis.fetch): Wire {
  return (url, { headers, body, timeout }) =>
    fetch(url, { method: 'POST', headers, body, signal: AbortSignal.timeout(timeout) });
}
