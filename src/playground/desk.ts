/** What the page's desk for leads asks of the server. The page is ours, but anybody at this machine can send anything. */

import type { IncomingMessage, ServerResponse } from 'node:http';
import { readBody } from './body.js';
import { isObject, type Json } from './json.js';
import type {
  WireFile,
  WireGaps,
  WireMerged,
  WireReading,
  WireReview,
  WireReviews,
  WireSaved,
  WireStanding,
  WireTried,
} from './wire.js';

/** The knowledge behind the desk. Null stands for what is not there: a file of no such name, a try that was overtaken. */
export interface DeskDoor {
  files(): Promise<string[]>;
  open(file: string): Promise<WireFile | null>;
  attempt(file: string, text: string, whole: boolean): Promise<WireTried | null>;
  ask(id: number, question: string): { reading: WireReading | null } | null;
  save(user: string, file: string, version: string, text: string): Promise<WireSaved | null>;
  /** What the file says now, with what was typed since it said `base`. */
  merge(file: string, base: string, text: string): Promise<WireMerged | null>;
  standing(file: string): Promise<WireStanding>;
  /** What waits for leads. `user`: whoever one acts as. */
  gaps(user: string, show: string): Promise<WireGaps>;
  sayOfGap(user: string, value: string): Promise<void>;
  reviews(user: string): WireReviews;
  /** The card at a place of what is due. */
  review(user: string, at: number): WireReview;
}

/** Bytes of what is sent, at most: a file of a megabyte, with its signs escaped. */
const LARGEST_BODY = 3_000_000;
const LONGEST_QUESTION = 3000;

/** Answers what is below `/desk`; false where a request is for something else. The guards have let it in before. */
export function createDeskRoutes(door: DeskDoor) {
  return async (request: IncomingMessage, response: ServerResponse, { pathname, searchParams }: URL) => {
    if (!pathname.startsWith('/desk/')) return false;
    const file = searchParams.get('file') ?? '';
    const tell = (told: unknown) => {
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(told));
      return true;
    };
    if (request.method === 'GET') {
      if (pathname === '/desk/files') return tell(await door.files());
      if (pathname === '/desk/file') return tell(await door.open(file));
      if (pathname === '/desk/standing') return tell(await door.standing(file));
      const user = searchParams.get('user') ?? '';
      if (pathname === '/desk/gaps') return tell(await door.gaps(user, searchParams.get('show') ?? ''));
      if (pathname === '/desk/reviews') return tell(door.reviews(user));
      return pathname === '/desk/review' ? tell(door.review(user, Number(searchParams.get('at')))) : false;
    }
    if (request.method !== 'POST') return false;
    const sent: unknown = JSON.parse(await readBody(request, LARGEST_BODY));
    if (!isObject(sent)) return tell(null);
    if (pathname === '/desk/try' && texts(sent, 'file', 'text'))
      return tell(await door.attempt(sent.file, sent.text, sent.whole === true));
    if (pathname === '/desk/ask' && texts(sent, 'question') && sent.question.length <= LONGEST_QUESTION)
      return tell(door.ask(Number(sent.id), sent.question));
    if (pathname === '/desk/save' && texts(sent, 'user', 'file', 'version', 'text'))
      return tell(await door.save(sent.user, sent.file, sent.version, sent.text));
    if (pathname === '/desk/merge' && texts(sent, 'file', 'base', 'text'))
      return tell(await door.merge(sent.file, sent.base, sent.text));
    if (pathname === '/desk/gap' && texts(sent, 'user', 'value')) await door.sayOfGap(sent.user, sent.value);
    return tell(null);
  };
}

function texts<K extends string>(sent: Json, ...names: K[]): sent is Json & Record<K, string> {
  return names.every((name) => typeof sent[name] === 'string');
}
