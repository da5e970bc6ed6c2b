import type { Candidate, Verdict } from '../match.js';
import { CLOSEST, COSTS, MEANT, NEAR, OFFERED } from '../parameters.js';

/**
 * Decides by expected cost. With c the best candidate's confidence and s that of the two or three offered together:
 * answer costs (1 − c) · wrong, suggest costs (1 − s) · (missed or useless offer) + offering, abstain costs s · missed.
 * Where it suggests, one candidate far ahead is offered alone (`CLOSEST`).
 * `safety` tells whether an entry is safety-critical: a wrong answer from one costs more, one instead of it most.
 */
export function decide(candidates: readonly Candidate[], safety: (entry: string) => boolean): Verdict {
  const best = candidates[0];
  if (best === undefined) return { decision: 'abstain', entry: null, confidence: 0, candidates, offered: [] };
  const { confidence } = best;
  const near = withSafety(candidates, safety);
  const covered = Math.min(
    1,
    near.reduce((sum, candidate) => sum + candidate.confidence, 0),
  );
  const costs = {
    answer: (1 - confidence) * costOfWrong(best, candidates, safety),
    suggest: COSTS.offer + (1 - covered) * COSTS.uselessOffer,
    abstain: covered * COSTS.missed,
  };
  if (costs.answer <= Math.min(costs.suggest, costs.abstain)) {
    return { decision: 'answer', entry: best.entry, confidence, candidates, offered: [] };
  }
  if (costs.suggest <= costs.abstain) {
    const ordered = [...near, ...candidates.filter((candidate) => !near.includes(candidate))];
    const offered = worthOffering(near, safety).map(({ entry }) => entry);
    return { decision: 'suggest', entry: null, confidence, candidates: ordered, offered };
  }
  return { decision: 'abstain', entry: null, confidence, candidates, offered: [] };
}

function costOfWrong(best: Candidate, candidates: readonly Candidate[], safety: (entry: string) => boolean): number {
  if (safety(best.entry)) return COSTS.wrongSafety;
  const mayBeMeant = candidates.some(({ entry, confidence }) => confidence >= MEANT && safety(entry));
  return mayBeMeant ? COSTS.insteadOfSafety : COSTS.wrong;
}

/** The best alone where it is far ahead, else those that may be meant beside it. A safety entry that may be meant stays. */
function worthOffering(near: readonly Candidate[], safety: (entry: string) => boolean): readonly Candidate[] {
  const [best, second] = near;
  if (best === undefined) return near;
  const isFarAhead = best.confidence >= CLOSEST.least && best.confidence >= CLOSEST.ahead * (second?.confidence ?? 0);
  return near.filter(
    (one) =>
      one === best ||
      (safety(one.entry) && one.confidence >= MEANT) ||
      (!isFarAhead && one.confidence >= best.confidence / CLOSEST.beside),
  );
}

/** The first three; a safety entry just behind them takes the last place, since not seeing it could harm. */
function withSafety(candidates: readonly Candidate[], safety: (entry: string) => boolean): Candidate[] {
  const offered = candidates.slice(0, OFFERED);
  if (offered.some(({ entry }) => safety(entry))) return offered;
  const last = offered.at(-1);
  const near = candidates.slice(OFFERED).find(({ entry }) => safety(entry));
  if (near === undefined || last === undefined || near.confidence < NEAR * last.confidence) return offered;
  return [...offered.slice(0, -1), near];
}
