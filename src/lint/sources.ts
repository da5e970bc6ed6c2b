import type { Source } from '../knowledge/entry.js';
import { type Problem, problem } from '../knowledge/problem.js';
import { each, type LintContext } from './rule.js';
import { marksOf } from './text.js';

export function unusedSources({ knowledge }: LintContext): Problem[] {
  const used = new Set([...knowledge.entries.values()].flatMap((entry) => entry.sources));
  return [...knowledge.sources.values()]
    .filter(({ id }) => !used.has(id))
    .map(({ id, place }) =>
      problem('K304', place, `No entry cites the source "${id}".`, 'Cite it where it helps, or remove it.'),
    );
}

export function marks({ knowledge }: LintContext): Problem[] {
  return each(knowledge, ({ id, place, answer, sources }) => {
    const marked = new Set(marksOf(answer));
    const found = [...marked]
      .filter((mark) => mark < 1 || mark > sources.length)
      .map((mark) => {
        const message = `The answer of "${id}" marks [${mark}], but the entry has ${sources.length} sources.`;
        return problem('K307', place, message, 'Correct the number, or add the source to the entry.');
      });
    if (marked.size === 0) return found;
    sources.forEach((source, at) => {
      if (marked.has(at + 1)) return;
      const message = `The answer of "${id}" never marks its source [${at + 1}], "${source}".`;
      found.push(problem('K308', place, message, 'Mark what it supports, or remove it from "sources".'));
    });
    return found;
  });
}

/** Forms: doi.org's handbook (`10.` prefix and suffix), PubMed ids of one to eight digits, PMC ids. */
function malformed({ url, pmid }: Source): string | undefined {
  if (pmid !== undefined && !/^[1-9]\d{0,7}$/.test(pmid)) return `The PubMed number "${pmid}" is malformed.`;
  if (url === undefined) return undefined;
  if (!URL.canParse(url) || !/^https?:\/\/[^\s<>|"]+$/.test(url)) return `The link "${url}" is malformed.`;
  if (/^https?:\/\/(dx\.)?doi\.org\//.test(url) && !/^https:\/\/doi\.org\/10\.\d{4,9}\/\S+$/.test(url))
    return `The DOI link "${url}" is malformed.`;
  if (/pubmed\.ncbi/.test(url) && !/^https:\/\/pubmed\.ncbi\.nlm\.nih\.gov\/[1-9]\d{0,7}\/$/.test(url))
    return `The PubMed link "${url}" is malformed.`;
  if (/pmc\.ncbi/.test(url) && !/^https:\/\/pmc\.ncbi\.nlm\.nih\.gov\/articles\/PMC\d+\/?$/.test(url))
    return `The PMC link "${url}" is malformed.`;
  return undefined;
}

export function links({ knowledge }: LintContext): Problem[] {
  const remedy =
    'Write it as https://doi.org/10…, https://pubmed.ncbi.nlm.nih.gov/12345678/ or a whole https:// address.';
  return [...knowledge.sources.values()].flatMap((source) => {
    const message = malformed(source);
    return message === undefined ? [] : [problem('K309', source.place, message, remedy)];
  });
}

export function verification({ knowledge }: LintContext): Problem[] {
  return each(knowledge, ({ id, place, safety, sources }) => {
    const unverified = sources.filter((source) => knowledge.sources.get(source)?.verified === false);
    if (unverified.length === 0) return [];
    const list = unverified.map((source) => `"${source}"`).join(', ');
    if (safety && unverified.length === sources.length) {
      const message = `The safety entry "${id}" rests on unverified sources alone: ${list}.`;
      return [problem('K315', place, message, 'Read one and set "verified: true" on it, or cite a verified source.')];
    }
    const message = `"${id}" cites what nobody has read: ${list}.`;
    return [problem('K314', place, message, 'Read it, correct the answer, and set "verified: true" on the source.')];
  });
}
