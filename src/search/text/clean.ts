/** Takes Slack's markup and typographic dress off a text. Every pattern here runs in linear time on a text that was cut first. */

/** Longest part of a text that is read, in UTF-16 units. A pasted page says nothing new after its first paragraphs. */
export const MOST_CHARACTERS = 2000;

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/** Zero-width marks, bidi controls and soft hyphens: seen by nobody, met in pasted text. */
const INVISIBLE = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g;

/** A vulgar fraction behind a figure: "1½" is one and a half, and would come apart as eleven halves. */
const FRACTION = /(?<=\p{N})[\u00bc-\u00be\u2150-\u215f\u2189]/gu;

/** Text with nothing to take off but its capitals, as most of what people type is. A comma may stand in a figure. */
const PLAIN = /^(?:[\w .?!'"()/;\n-]|,(?!\d))*$/;

/**
 * The bare words of a Slack message or a YAML phrasing: markup, links, mentions, emoji names, entities, accents and
 * capitals are gone, apostrophes are straight. Reads at most `MOST_CHARACTERS`.
 */
export function clean(text: string): string {
  const begun = text.slice(0, MOST_CHARACTERS);
  if (PLAIN.test(begun)) return begun.toLowerCase();
  return begun
    .replace(INVISIBLE, '')
    .replace(/<([^<>\n]{1,500})>/g, (_, inside: string) => bracketed(inside))
    .replace(/&(amp|lt|gt|quot|apos|nbsp);/g, (_, name: string) => ENTITIES[name] ?? ' ')
    .replace(/&#39;|[\u2018\u2019\u201b\u02bc\u2032`\u00b4](?=\p{L})/gu, "'")
    .replace(/https?:\/\/[^\s]+/g, ' ')
    .replace(/:[a-z][a-z0-9_+-]{0,60}:/g, ' ')
    .replace(FRACTION, ' $&')
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\u2044/g, '/')
    .replace(/(?<![-=])(?:>=?|\u2265)(?=\s*[.\d])/g, ' over ')
    .replace(/(?:<=?|\u2264)(?=\s*[.\d])/g, ' under ')
    .replace(/%/g, ' percent ')
    .replace(/\u00b0/g, ' degrees ')
    .replace(/(?<=\d),(?=\d{3}(?!\d))/g, '')
    .slice(0, MOST_CHARACTERS);
}

/** What stands for `<…>` of Slack: a link's label, nothing for mentions, channels and bare links, else the text itself. */
function bracketed(inside: string): string {
  if (/^[@#]/.test(inside)) return ' ';
  const bar = inside.indexOf('|');
  if (inside.startsWith('!') || /^(?:https?:\/\/|mailto:|tel:)/i.test(inside)) {
    return bar < 0 ? ' ' : ` ${inside.slice(bar + 1)} `;
  }
  return ` ${inside} `;
}
