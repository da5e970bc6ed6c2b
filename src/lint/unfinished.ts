import { type Problem, problem } from '../knowledge/problem.js';
import { each, type LintDeps, type Rule } from './rule.js';

/** On what somebody meant to come back to. */
export const unfinishedRules: readonly Rule[] = [blanks, nobodys, owners, twiceInList];

/** What stands where words are to come. */
const BLANK =
  /_{3,}|\b(?:TODO|TBD|FIXME|XXX+)\b|\?{3,}|\blorem ipsum\b|<(?:insert|your|name|add)\b[^>]*>|\[(?:insert|fill in|your|add|strike out)\b[^\]]*\]/i;

function blanks({ knowledge, at }: LintDeps): Problem[] {
  const found = each(knowledge, (entry) => {
    const { id, questions, short = '', answer, evidenceNote = '', reviewedBy = '' } = entry;
    const texts: { field: string; item?: number; text: string }[] = [
      ...questions.map((text, item) => ({ field: 'questions', item, text })),
      { field: 'short', text: short },
      { field: 'answer', text: answer },
      { field: 'evidence_note', text: evidenceNote },
      { field: 'reviewed_by', text: reviewedBy },
    ];
    return texts.flatMap(({ field, item, text }) => {
      const [words] = BLANK.exec(text) ?? [];
      if (words === undefined) return [];
      const message = `"${id}" still has "${words}", which people would see.`;
      return [problem('K353', at(entry, field, item ?? words), message, 'Fill it in, or strike it out.')];
    });
  });
  const cited = [...knowledge.sources.values()].flatMap((source) => {
    const [words] = BLANK.exec(source.citation) ?? [];
    if (words === undefined) return [];
    const message = `The source "${source.id}" still has "${words}", which people would see.`;
    return [problem('K353', at(source, 'citation', words), message, 'Fill it in, or strike it out.')];
  });
  return [...found, ...cited];
}

/** What people write for a name when they have none. */
const NOBODY =
  /^(?:name(?:, ?profession)?|me|myself|us|we|staff|team|n\/?a|none|nobody|somebody|someone|unknown|anonymous|[?.–-]+|(?:the )?(?:bot|clinician|lead|therapist|doctor|pt|ai))$/i;

function nobodys({ knowledge, at }: LintDeps): Problem[] {
  return each(knowledge, (entry) => {
    const { id, reviewedBy } = entry;
    if (reviewedBy === undefined || !NOBODY.test(reviewedBy.trim())) return [];
    const message = `"${id}" was reviewed by "${reviewedBy}", which is nobody's name.`;
    const remedy = 'Write the name and the profession of whoever has read it beside its sources, or remove the review.';
    return [problem('K353', at(entry, 'reviewed_by'), message, remedy)];
  });
}

function owners({ knowledge, at }: LintDeps): Problem[] {
  return [...knowledge.topics.values()].flatMap((topic) => {
    const { owner, file } = topic;
    if (owner === undefined || /^[UW][A-Z0-9]{2,}$/.test(owner)) return [];
    const message = `The owner of ${file} is "${owner}", which is no member id of Slack.`;
    const remedy = 'In Slack open the person’s profile, then "⋮" and "Copy member ID": it begins with U.';
    return [problem('K352', at(topic, 'owner'), message, remedy)];
  });
}

function twiceInList({ knowledge, at }: LintDeps): Problem[] {
  return each(knowledge, (entry) => {
    const lists: { field: string; items: readonly string[]; key: (item: string) => string }[] = [
      { field: 'sources', items: entry.sources, key: (id) => id },
      { field: 'related', items: entry.related, key: (id) => id },
      { field: 'watch_for', items: entry.watchFor, key: (word) => word.toLowerCase() },
    ];
    return lists.flatMap(({ field, items, key }) => {
      const keys = items.map(key);
      const second = keys.findIndex((each, item) => keys.indexOf(each) < item);
      if (second < 0) return [];
      const message = `"${items[second]}" stands twice in "${field}" of "${entry.id}".`;
      const remedy =
        field === 'sources'
          ? 'Remove the second; the numbers of the marks behind it go down by one.'
          : 'Remove one of them.';
      return [problem('K356', at(entry, field, second), message, remedy)];
    });
  });
}
