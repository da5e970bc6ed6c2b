/** The sums that every check of blocks is made of. */

import { isObject, type Json, stringOr } from './json.js';

/** Adds a fault, in Slack's words, with the place as a JSON pointer. */
export type Add = (fault: string, at: string) => void;
/** Where blocks are shown. */
export type Surface = 'message' | 'modal' | 'home';
export type Check = (it: Json, at: string, add: Add, surface: Surface) => void;

export function list(value: unknown, at: string, most: number, add: Add): void {
  if (!Array.isArray(value) || value.length === 0) add('no fewer than 1 items required', at);
  else if (value.length > most) add(`no more than ${most} items allowed`, at);
}

/** A text object of at most so many characters. */
export function text(value: unknown, at: string, most: number, add: Add, type?: 'plain_text'): void {
  if (!isObject(value)) {
    add('missing required field', at);
    return;
  }
  if (type ? value.type !== type : !['plain_text', 'mrkdwn'].includes(stringOr(value.type, ''))) {
    add(`unsupported type: ${value.type}`, `${at}/type`);
  }
  string(value.text, `${at}/text`, most, add);
}

export function optionalText(value: unknown, at: string, most: number, add: Add): void {
  if (value !== undefined) text(value, at, most, add, 'plain_text');
}

export function optional(value: unknown, at: string, most: number, add: Add): void {
  if (value !== undefined) string(value, at, most, add);
}

export function string(value: unknown, at: string, most: number, add: Add): void {
  if (typeof value !== 'string') add('must be a string', at);
  else if (value.length === 0) add('must be more than 0 characters', at);
  else if (value.length > most) add(`must be less than ${most + 1} characters`, at);
}

/** A whole number between two others, where it is given. */
export function between(value: unknown, at: string, least: number, most: number, add: Add): void {
  if (value === undefined) return;
  if (!Number.isInteger(value)) add('must be an integer', at);
  else if (Number(value) < least) add(`must be more than ${least - 1}`, at);
  else if (Number(value) > most) add(`must be less than ${most + 1}`, at);
}
