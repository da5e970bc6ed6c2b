import { isMap, isScalar, isSeq } from 'yaml';

/** What is wrong with a value that should be a text, by what YAML has taken it for. */
export function noText(node: unknown, owner: string): { message: string; remedy: string } {
  const [pair] = isMap(node) ? node.items : [];
  if (isMap(node) && node.flow !== true && pair?.value && String(pair.key) !== '') {
    const message = `${owner} holds a colon and a space, ": ", and so looks like a field with its name.`;
    return { message, remedy: 'Put straight quotes, ", around the whole text, or write a dash in place of the colon.' };
  }
  const message = `${owner} must be a text.`;
  if (isSeq(node) && node.flow !== true && node.items.length > 1)
    return {
      message,
      remedy: 'Put a bar after the name of the field, such as "answer: |"; the lines below it stay as they are.',
    };
  return { message, remedy: 'Write one text, and put straight quotes, ", around it where it begins with a sign.' };
}

/** What to do about a value that should be a list: one word, or several with commas between, want brackets alone. */
export function listRemedy(node: unknown): string {
  const written = isScalar(node) && typeof node.value === 'string' ? node.value.trim().replace(/^\(|\)$/g, '') : '';
  const isShort = written !== '' && written.length <= SHORT_LIST && !/[\n[\]{}"?]/.test(written);
  return isShort && !/^- /.test(written)
    ? `Put square brackets around it, [${written.replace(/\s*;\s*/g, ', ')}], or write each item on a line of its own, beginning with "- ".`
    : 'Write each item on a line of its own, beginning with "- ".';
}

/** Characters of a list that is written in brackets on one line. */
const SHORT_LIST = 80;
