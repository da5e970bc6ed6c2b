/** Where a call went to. */
interface Where {
  host: string;
  /** Owner and name. */
  repository: string;
}

/** What a token must be allowed to do, as GitHub calls it. */
export const PERMISSIONS = '“Contents” and “Pull requests”, both as read and write';
/** Characters of what GitHub says that are told. */
const LONGEST_SAID = 200;

/** What an answer other than a good one means, and what to do. `said`: what stands in it. */
export function refusedWords({
  status,
  header,
  said,
  host,
  repository,
}: Where & { status: number; header(name: string): string | null; said: string }): string {
  // Page: https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api
  const isLimit = header('retry-after') !== null || header('x-ratelimit-remaining') === '0' || /rate limit/i.test(said);
  if (status === 429 || (status === 403 && isLimit)) {
    const seconds = Number(header('retry-after'));
    const pause = seconds > 0 && seconds < 7200 ? `${Math.ceil(seconds / 60)} min` : 'an hour';
    return `${host} takes no more calls with EDITS_TOKEN for now (${status}). Try again in ${pause}.`;
  }
  if (status === 401)
    return `${host} refuses EDITS_TOKEN (401): it is wrong, has expired, or was revoked. Make a new one, with ${PERMISSIONS}.`;
  if (status === 403)
    return `EDITS_TOKEN may not do this in ${repository} (403). Give it ${PERMISSIONS}; an organisation may have to approve it.`;
  if (status === 404)
    return `${host} has no ${repository} that EDITS_TOKEN may see and change (404). Compare EDITS_PULL_REQUESTS, and let the token have this repository, with ${PERMISSIONS}.`;
  if (status >= 300 && status < 400)
    return `${repository} has moved (${status}). Set EDITS_PULL_REQUESTS to its new address.`;
  if (status >= 500) return `${host} is at fault itself (${status}). Try again in some minutes.`;
  return `${host} does not take it (${status}): ${said.slice(0, LONGEST_SAID) || 'it does not say why'}.`;
}

/** Why no answer came, or not all of it, and what to do. */
export function failedWords(error: unknown, { host }: Where): string {
  const { name, code = name } = error instanceof Error ? (error as Error & { code?: string }) : { name: 'unexpected' };
  if (name === 'TimeoutError')
    return `${host} gave no answer in time. Try again in some minutes: what it took all the same is found then, and not made twice.`;
  if (code === 'UND_ERR_RES_EXCEEDED_MAX_SIZE')
    return `${host} answers with more than 1 MB, which is more than is read of it. Check EDITS_PULL_REQUESTS.`;
  if (/cert|signature|issuer|^err_(tls|ssl)/i.test(code))
    return `The certificate of ${host} is not trusted (${code.toLowerCase()}). Where a proxy opens TLS, set NODE_EXTRA_CA_CERTS to the file with its certificate.`;
  return `${host} cannot be reached (${code.toLowerCase()}). Check EDITS_PULL_REQUESTS, the network and its name server.`;
}
