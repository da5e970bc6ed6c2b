/** Where the knowledge is kept on GitHub, or on a GitHub Enterprise Server. */
export interface Repository {
  /** Such as `https://github.com`, and the address of its REST API; both without a slash at the end. */
  web: string;
  api: string;
  owner: string;
  name: string;
  branch: string;
  /** Empty where the knowledge stands at the top. */
  folder: string;
}

const NAME = /^[A-Za-z0-9_.-]{1,100}$/;
const THIS_MACHINE = ['127.0.0.1', 'localhost', '[::1]'];

/**
 * Reads the address that a browser shows of a folder, `https://HOST/OWNER/NAME/tree/BRANCH/FOLDER`. Where a branch ends nothing tells:
 * it is taken to end at the first slash, and a slash of its own is written `%2F`. Null where it is no such address, or one over which
 * others could read a token: only within this machine `http:` will do, for tests and proxies.
 */
export function repositoryAt(address: string): Repository | null {
  if (!URL.canParse(address)) return null;
  const { protocol, username, password, hostname, origin, pathname } = new URL(address);
  const isSafe = protocol === 'https:' || (protocol === 'http:' && THIS_MACHINE.includes(hostname));
  if (!isSafe || username !== '' || password !== '') return null;
  const [owner = '', name = '', tree, branch = '', ...folder] = partsOf(pathname);
  if (!NAME.test(owner) || !NAME.test(name) || tree !== 'tree' || branch === '') return null;
  const api = hostname === 'github.com' ? 'https://api.github.com' : `${origin}/api/v3`;
  return { web: origin, api, owner, name, branch, folder: folder.join('/') };
}

/** None where it is not written as addresses are. */
function partsOf(pathname: string): string[] {
  try {
    return pathname.split('/').filter(Boolean).map(decodeURIComponent);
  } catch {
    return [];
  }
}
