/** Keeps the local page to the person at this machine: no other site, and no other name for this address, gets in. */

import type { IncomingMessage, ServerResponse } from 'node:http';

const NAMES = ['127.0.0.1', 'localhost'];

/** The page loads nothing from elsewhere and runs no script but its own. */
const HEADERS = {
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
};

export function setHeaders(response: ServerResponse): void {
  for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
}

/**
 * Why a request is refused, or null. A foreign `Host` is a site that points its own name here (DNS rebinding); a foreign
 * `Origin` is a site that posts from a visitor's browser.
 */
export function refusal({ headers, method }: IncomingMessage, port: number): string | null {
  const hosts = NAMES.map((name) => `${name}:${port}`);
  if (port === 80) hosts.push(...NAMES);
  if (!hosts.includes(headers.host ?? '')) return `Open this page as http://${hosts[0]}/`;
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return 'This page answers to itself only.';
  if (method !== 'POST') return null;
  if (headers.origin !== `http://${headers.host}`) return 'This page answers to itself only.';
  if (!headers['content-type']?.startsWith('application/json')) return 'Send JSON.';
  return null;
}
