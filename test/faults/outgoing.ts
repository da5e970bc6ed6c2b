import { LIMITS } from '../../src/replies/limits.js';
import type { Json } from './payloads.js';

/** What is wrong with a payload that goes out, by Slack's limits. Empty where it would be taken. */
export function faultsOf(payload: Json): string[] {
  const faults: string[] = [];
  const over = (what: string, size: number, most: number) => {
    if (size > most) faults.push(`${what}: ${size} > ${most}`);
  };
  const blocks = Array.isArray(payload.blocks) ? (payload.blocks as Json[]) : [];
  over('text', String(payload.text ?? '').length, LIMITS.text);
  over('blocks', blocks.length, LIMITS.blocks);
  let sum = 0;
  walk(blocks, (node) => {
    const text = textOf(node);
    sum += typeof node.text === 'string' ? node.text.length : 0;
    if (node.type === 'section') over('section', text.length, LIMITS.section);
    if (node.type === 'header') over('header', text.length, 150);
    if (node.type === 'button') over('button', text.length, LIMITS.label);
    if (node.type === 'button') over('value', String(node.value ?? '').length, LIMITS.value);
    if (node.type === 'actions') over('actions', (node.elements as unknown[]).length, LIMITS.actions);
    if (node.type === 'static_select') over('options', (node.options as unknown[]).length, LIMITS.options);
    if (node.type === 'section' && text === '') faults.push('an empty section');
  });
  over('all texts', sum, LIMITS.message);
  if (/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/.test(JSON.stringify(payload)))
    faults.push('half a character');
  return faults;
}

/** The control sequences of Slack's markup that are live in a payload: pings and links. Plain texts hold none. */
export function liveControls(payload: Json): string[] {
  const found: string[] = [];
  const look = (text: unknown) => found.push(...(String(text ?? '').match(/<[!@#a-z][^<>]*>/gi) ?? []));
  look(payload.text);
  walk(payload.blocks, (node) => {
    if (node.type === 'mrkdwn' || node.type === 'markdown') look(node.text);
  });
  return found;
}

/** Calls with every object within a value. */
function walk(value: unknown, visit: (node: Json) => void): void {
  if (Array.isArray(value)) for (const each of value) walk(each, visit);
  else if (typeof value === 'object' && value !== null) {
    visit(value as Json);
    for (const each of Object.values(value)) walk(each, visit);
  }
}

function textOf({ text }: Json): string {
  if (typeof text === 'object' && text !== null) return String((text as Json).text ?? '');
  return String(text ?? '');
}
