/** A fault of the store in words that say what to do. It quotes neither rows nor addresses, so it may be logged and shown. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

const UNREACHABLE = 'The database server cannot be reached. Check that it runs, and host and port in DATABASE_URL.';
const REFUSED = 'The database server refuses the login. Correct user and password in DATABASE_URL.';
const UNWRITABLE = "The store cannot be written. Let the bot's user write the file in DATABASE_URL and its folder.";
const NO_FILE = "The store cannot be opened. Let DATABASE_URL name a file in a folder that the bot's user may write.";
const FULL = 'The disk of the store is full. Free some space: the bot resumes by itself.';
const LEAVING = 'The database server is starting or stopping. Wait: the bot resumes by itself.';

/** Faults by the code that SQLite, PostgreSQL or the operating system gives them. */
const REMEDIES: Readonly<Record<string, string>> = {
  SQLITE_BUSY: 'Another program holds the store locked. End it, or wait: the bot resumes by itself.',
  SQLITE_FULL: FULL,
  ENOSPC: FULL,
  '53100': FULL,
  SQLITE_READONLY: UNWRITABLE,
  EACCES: UNWRITABLE,
  EPERM: UNWRITABLE,
  EROFS: UNWRITABLE,
  SQLITE_CANTOPEN: NO_FILE,
  ENOTDIR: NO_FILE,
  EEXIST: NO_FILE,
  ENOENT: NO_FILE,
  SQLITE_NOTADB: 'The file in DATABASE_URL is not an SQLite database. Restart the bot: it sets the file aside.',
  SQLITE_CORRUPT: 'The file of the store is damaged. Restart the bot: it sets the file aside and begins a new one.',
  GONE: 'The file of the store was moved, removed or replaced. The bot opens the one that is there now, or begins a new one.',
  SQLITE_IOERR: 'The disk of the store fails to read or write. Check the disk.',
  ECONNREFUSED: UNREACHABLE,
  ECONNRESET: UNREACHABLE,
  EHOSTUNREACH: UNREACHABLE,
  ENOTFOUND: UNREACHABLE,
  EAI_AGAIN: UNREACHABLE,
  ETIMEDOUT: UNREACHABLE,
  '28000': REFUSED,
  '28P01': REFUSED,
  '3D000': 'The database in DATABASE_URL does not exist. Create it, or correct the name.',
  '42501': "The database user may not do this. Give the bot's user the right to create and change tables.",
  '25006': 'The database server takes no writes. Let DATABASE_URL name the primary, not a standby.',
  '53300': 'The database server has no connection left. Raise max_connections, or run fewer replicas.',
  '57014': 'The database server was too slow. Check its load and locks.',
  '57P01': LEAVING,
  '57P02': LEAVING,
  '57P03': LEAVING,
};

/** The same fault as a StoreError. The words of drivers are dropped: PostgreSQL's quote the row. */
export function plainFault(error: unknown): StoreError {
  return error instanceof StoreError ? error : faultWith(codeOf(error));
}

/** The fault with a code, with its remedy. */
export function faultWith(code: string): StoreError {
  return new StoreError(code, REMEDIES[code] ?? `The store failed (${code}). Run \`npm run doctor\`.`);
}

const DAMAGE = ['SQLITE_NOTADB', 'SQLITE_CORRUPT'];
/** Faults that every further row will meet, whatever a single look at the store finds. */
const LASTING = new Set([
  ...DAMAGE,
  'GONE',
  ...['SQLITE_FULL', 'ENOSPC', '53100', 'SQLITE_IOERR'],
  ...['SQLITE_READONLY', 'EACCES', 'EPERM', 'EROFS', '42501', '25006'],
]);

/** Whether a file of SQLite is found to be damaged, or none. */
export function isDamage(error: unknown): boolean {
  return DAMAGE.includes(codeOf(error));
}

/** Whether a fault is one of the store, and not of one call or connection. */
export function isLasting(error: unknown): boolean {
  return LASTING.has(codeOf(error));
}

/** The driver's or the operating system's code of a fault, or the name of the error. */
export function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const { code, sqliteCodeName } = error as { code?: unknown; sqliteCodeName?: unknown };
  if (typeof sqliteCodeName === 'string') return sqliteCodeName;
  if (typeof code === 'string') return code;
  // The PostgreSQL driver tells of time limits and cut connections by words alone.
  return /timeout|connection terminated/i.test(error.message) ? 'ETIMEDOUT' : error.name;
}
