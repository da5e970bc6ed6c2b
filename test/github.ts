import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

type Json = Record<string, unknown>;

export interface Call {
  /** Such as `POST /git/refs`. */
  what: string;
  body: Json;
  headers: IncomingMessage['headers'];
}

/**
 * How a call goes wrong. `taken`: it is carried out, and answered so all the same. `hang` answers nothing, `lost` not either, though it is carried
 * out, `cut` begins an answer and does not end it, `flood` answers without end.
 */
export type Failure =
  | { status: number; body?: Json | string; headers?: Record<string, string>; taken?: true }
  | 'hang'
  | 'lost'
  | 'cut'
  | 'flood';

export const TOKEN = 'github_pat_0123456789abcdefghij';

/** A GitHub on the loopback with one repository, `clinic/faq`, whose branch `main` holds files. It remembers every call. */
export async function startGitHub(files: Record<string, string>) {
  const calls: Call[] = [];
  const failures = new Map<string, Failure>();
  const trees = new Map([['tree-0', { ...files }]]);
  const commits = new Map<string, Json & { tree: string }>([['commit-0', { tree: 'tree-0' }]]);
  const branches = new Map([['main', 'commit-0']]);
  const pulls: (Json & { number: number; head: string })[] = [];
  let made = 0;
  let late = 0;
  const filesAt = (commit: string) => trees.get(commits.get(commit)?.tree ?? '') ?? {};

  /** Status and answer. */
  function answer(method: string, path: string, query: URLSearchParams, body: Json): [number, unknown] {
    const [, branch = ''] = /^\/git\/ref\/heads\/(.*)$/.exec(path) ?? [];
    const [, commit = ''] = /^\/git\/commits\/(.*)$/.exec(path) ?? [];
    const [, file = null] = /^\/contents\/(.*)$/.exec(path) ?? [];
    const missing: [number, Json] = [404, { message: 'Not Found' }];
    switch (`${method} ${path.replace(/^(\/git\/ref|\/git\/commits|\/contents)\/.*/, '$1')}`) {
      case 'GET ':
        return [200, { archived: false }];
      case 'GET /git/ref':
        return branches.has(branch) ? [200, { object: { sha: branches.get(branch) } }] : missing;
      case 'GET /git/commits':
        return [200, { tree: { sha: commits.get(commit)?.tree } }];
      case 'GET /contents': {
        const held = filesAt(branches.get(query.get('ref') ?? '') ?? query.get('ref') ?? '');
        if (file !== null && held[file] !== undefined) return [200, held[file]];
        const top = file === '' ? '' : `${file}/`;
        const within = Object.keys(held).filter((name) => name.startsWith(top));
        const names = new Set(within.map((name) => name.slice(top.length).replace(/\/.*/, '')));
        return names.size === 0 ? missing : [200, [...names].map((name) => ({ name }))];
      }
      case 'GET /pulls':
        return [200, pulls.filter(({ head }) => `clinic:${head}` === query.get('head'))];
      case 'POST /git/trees': {
        const sha = `tree-${++made}`;
        const changed = body.tree as { path: string; content: string }[];
        const held = Object.fromEntries(changed.map(({ path: at, content }) => [at, content]));
        trees.set(sha, { ...trees.get(String(body.base_tree)), ...held });
        return [201, { sha }];
      }
      case 'POST /git/commits': {
        const sha = `commit-${++made}`;
        commits.set(sha, { ...body, tree: String(body.tree) });
        return [201, { sha }];
      }
      case 'POST /git/refs': {
        const name = String(body.ref).replace('refs/heads/', '');
        if (branches.has(name)) return [422, { message: 'Reference already exists' }];
        if (!commits.has(String(body.sha))) return [422, { message: 'Object does not exist' }];
        branches.set(name, String(body.sha));
        return [201, { ref: body.ref }];
      }
      case 'POST /pulls': {
        if (pulls.some(({ head }) => head === body.head))
          return [422, { message: 'Validation Failed', errors: [{ message: 'A pull request already exists' }] }];
        if (body.head === body.base) return [422, { message: 'Validation Failed' }];
        const pull = { ...body, head: String(body.head), number: pulls.length + 12 };
        pulls.push(pull);
        return [201, pull];
      }
      default:
        return missing;
    }
  }

  const server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1');
    const path = decodeURIComponent(pathname.replace('/api/v3/repos/clinic/faq', ''));
    let text = '';
    for await (const chunk of request) text += chunk;
    const body = JSON.parse(text || '{}') as Json;
    const what = `${request.method} ${path.replace(/^(\/git\/ref|\/git\/commits|\/contents)\/.*/, '$1')}`;
    calls.push({ what, body, headers: request.headers });
    await new Promise((resolve) => setTimeout(resolve, late));
    const failure = failures.get(what) ?? failures.get('*');
    if (failure === 'hang') return;
    if (failure === 'cut') return void response.writeHead(200, { 'content-length': '9' }).write('{');
    if (failure === 'flood') {
      const flood = () => !response.destroyed && response.write('x'.repeat(65_536), () => flood());
      return void flood();
    }
    const isTaken = failure === undefined || failure === 'lost' || failure.taken === true;
    const isGood = isTaken && request.headers.authorization === `Bearer ${TOKEN}`;
    const [status, said] = isGood ? answer(request.method ?? '', path, searchParams, body) : [401, {}];
    if (failure === 'lost') return;
    const { headers = {}, ...wrong } = failure ?? { status, body: undefined };
    const told = wrong.body ?? (failure === undefined ? said : { message: 'broken' });
    response.writeHead(wrong.status, headers).end(typeof told === 'string' ? told : JSON.stringify(told));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return {
    /** For EDITS_PULL_REQUESTS. */
    address: `http://127.0.0.1:${port}/clinic/faq/tree/main/knowledge`,
    page: (number: number) => `http://127.0.0.1:${port}/clinic/faq/pull/${number}`,
    calls,
    pulls,
    branches,
    commitOf: (branch: string) => commits.get(branches.get(branch) ?? ''),
    filesOf: (branch: string) => filesAt(branches.get(branch) ?? ''),
    /** What `main` holds from now on. */
    moveOn(held: Record<string, string>) {
      trees.set(`tree-${++made}`, { ...filesAt(branches.get('main') ?? ''), ...held });
      commits.set(`commit-${made}`, { tree: `tree-${made}` });
      branches.set('main', `commit-${made}`);
    },
    /** Milliseconds before each answer. */
    delay(ms: number) {
      late = ms;
    },
    close: () => new Promise((resolve) => server.close(resolve)),
    /** Fails all calls of a kind, such as `POST /pulls`, or `*`; null: no more. */
    fail(what: string, failure: Failure | null) {
      if (failure === null) failures.delete(what);
      else failures.set(what, failure);
    },
  };
}
