import { request } from 'undici';

/** `fetch`, as far as calls of Slack need it. */
export type Fetch = (
  url: string,
  request: { method: 'POST'; headers: Record<string, string>; body: string; signal: AbortSignal },
) => Promise<{ status: number; headers: { get(name: string): string | null }; text(): Promise<string> }>;

/**
 * The same over undici's `request`: it costs half the CPU of `fetch`, since no web streams are built for a few hundred
 * bytes of JSON. Errors carry the same codes; redirects are not followed.
 */
export const wire: Fetch = async (url, { method, headers, body, signal }) => {
  const answer = await request(url, { method, headers, body, signal });
  return {
    status: answer.statusCode,
    headers: { get: (name) => answer.headers[name]?.toString() ?? null },
    text: () => answer.body.text(),
  };
};
