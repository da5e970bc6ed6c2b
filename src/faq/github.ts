import { Agent, request } from 'undici';
import type { Repository } from '../repository.js';
import { failedWords, refusedWords } from './github-words.js';

/** Why GitHub did not do what it was asked for, in words with what to do; never with the token. */
export class GitHubError extends Error {
  override name = 'GitHubError';
  /** Null where no answer came, or none that can be read. */
  readonly status: number | null;

  constructor(message: string, status: number | null = null) {
    super(message);
    this.status = status;
  }
}

/** Calls about one repository that have one deadline together. All reject with a `GitHubError`. */
export interface Session {
  repository: Repository;
  /** What stands at a path below the repository. Null where nothing does. */
  find(path: string): Promise<unknown>;
  /** The text of a file at a commit, to the byte. Null where it is not there. */
  text(file: string, commit: string): Promise<string | null>;
  post(path: string, body: object): Promise<unknown>;
  /** What an answer holds, by the names on the way to it. */
  within(answer: unknown, ...names: (string | number)[]): string | number;
}

/** Begins a session. */
export type GitHub = () => Session;

interface GitHubLimits {
  /** Milliseconds of a session, from its beginning to the last byte of its last answer. */
  deadline: number;
  /** Bytes of one answer. */
  largest: number;
}

const LIMITS: GitHubLimits = { deadline: 10_000, largest: 1024 * 1024 };
/** Milliseconds that a connection is kept for the next call of a session. */
const KEPT = 500;
/** GitHub takes no call without a name. Page: https://docs.github.com/rest/using-the-rest-api/getting-started-with-the-rest-api */
const HEADERS = { 'user-agent': 'iastm-faq-bot', 'x-github-api-version': '2022-11-28' };
const JSON_TYPE = 'application/vnd.github+json';
const RAW_TYPE = 'application/vnd.github.raw+json';

/** The REST API of GitHub. Redirects are not followed, so the token goes nowhere else. */
export function createGitHub(
  repository: Repository,
  token: string,
  { deadline, largest }: GitHubLimits = LIMITS,
): GitHub {
  const { api, owner, name } = repository;
  const host = new URL(repository.web).host;
  const where = { host, repository: `${owner}/${name}` };
  const dispatcher = new Agent({
    maxResponseSize: largest,
    headersTimeout: 0,
    bodyTimeout: 0,
    keepAliveTimeout: KEPT,
    keepAliveMaxTimeout: KEPT,
  });

  const strange = () => new GitHubError(`${host} does not answer as GitHub does. Check EDITS_PULL_REQUESTS.`);

  return () => {
    const signal = AbortSignal.timeout(deadline);

    async function call(path: string, accept: string, body?: object): Promise<ArrayBuffer> {
      try {
        const answer = await request(`${api}/repos/${owner}/${name}${path}`, {
          method: body === undefined ? 'GET' : 'POST',
          headers: { ...HEADERS, accept, authorization: `Bearer ${token}`, 'content-type': 'application/json' },
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
          signal,
          dispatcher,
        });
        const bytes = await answer.body.arrayBuffer();
        const { statusCode: status } = answer;
        if (status < 300) return bytes;
        const header = (named: string) => answer.headers[named]?.toString() ?? null;
        const said = saidIn(bytes).replaceAll(token, '…');
        throw new GitHubError(refusedWords({ status, header, said, ...where }), status);
      } catch (error) {
        throw error instanceof GitHubError ? error : new GitHubError(failedWords(error, where));
      }
    }

    async function found<T>(called: Promise<T>): Promise<T | null> {
      return called.catch((error: unknown) => {
        if (error instanceof GitHubError && error.status === 404) return null;
        throw error;
      });
    }

    function read<T>(bytes: ArrayBuffer, how: (text: string) => T): T {
      try {
        return how(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
      } catch {
        throw strange();
      }
    }

    return {
      repository,
      async find(path) {
        const answer = await found(call(path, JSON_TYPE));
        return answer === null ? null : read(answer, JSON.parse);
      },
      async text(file, commit) {
        const answer = await found(call(`/contents/${encodedPath(file)}?ref=${commit}`, RAW_TYPE));
        return answer === null ? null : read(answer, (text) => text);
      },
      async post(path, body) {
        return read(await call(path, JSON_TYPE, body), JSON.parse);
      },
      within(answer, ...names) {
        const value = names.reduce((held: unknown, name) => Object(held)[name], answer);
        if (typeof value === 'string' || typeof value === 'number') return value;
        throw strange();
      },
    };
  };
}

/** A path within an address; its slashes stay. */
export function encodedPath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}

/** What GitHub says of a refusal; empty where it says nothing that can be read. */
function saidIn(bytes: ArrayBuffer): string {
  try {
    const { message, errors = [] } = JSON.parse(new TextDecoder().decode(bytes)) as {
      message?: unknown;
      errors?: { message?: unknown }[];
    };
    return [message, ...errors.map((each) => each.message)].filter((each) => typeof each === 'string').join('. ');
  } catch {
    return '';
  }
}
