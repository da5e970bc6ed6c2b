import type { Source } from '../knowledge/entry.js';
import { type Problem, problem } from '../knowledge/problem.js';
import { each, type LintDeps, type Rule } from './rule.js';

/** On sources and their marks. */
export const sourceRules: readonly Rule[] = [unusedSources, links, verification];

function unusedSources({ knowledge }: LintDeps): Problem[] {
  const used = new Set([...knowledge.entries.values()].flatMap((entry) => entry.sources));
  return [...knowledge.sources.values()]
    .filter(({ id }) => !used.has(id))
    .map(({ id, place }) =>
      problem('K304', place, `No entry cites the source "${id}".`, 'Cite it where it helps, or remove it.'),
    );
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

function links({ knowledge, at }: LintDeps): Problem[] {
  const remedy =
    'Write it as https://doi.org/10…, https://pubmed.ncbi.nlm.nih.gov/12345678/ or a whole https:// address.';
  return [...knowledge.sources.values()].flatMap((source) => {
    const message = malformed(source);
    return message === undefined
      ? []
      : [problem('K309', at(source, message.includes('PubMed number') ? 'pmid' : 'url'), message, remedy)];
  });
}

function verification({ knowledge, at }: LintDeps): Problem[] {
  return each(knowledge, (entry) => {
    const { id, safety, sources } = entry;
    const unverified = sources.filter((source) => knowledge.sources.get(source)?.verified === false);
    if (unverified.length === 0) return [];
    const place = at(entry, 'sources', sources.indexOf(unverified[0] ?? ''));
    const list = unverified.map((source) => `"${source}"`).join(', ');
    if (safety && unverified.length === sources.length) {
      const message = `The safety entry "${id}" rests on unverified sources alone: ${list}.`;
      return [problem('K315', place, message, 'Read one and set "verified: true" on it, or cite a verified source.')];
    }
    const message = `"${id}" cites what nobody has read: ${list}.`;
    return [problem('K314', place, message, 'Read it, correct the answer, and set "verified: true" on the source.')];
  });
}
