import { group, type Lacking, lacking, readTeam, text } from './read.js';

/** The shape of what runs a step of a workflow, which no other file knows. */

/** A step of a workflow that waits for its outputs. */
export interface Step {
  /** The same for every delivery of the same run. */
  id: string;
  /** Names the run to Slack. */
  run: string;
  /** Team and user id together; of the workflow itself where it names nobody. */
  by: string;
  /** Empty where nothing was filled in. */
  text: string;
}

/** Reads a `function_executed` event. Page: https://docs.slack.dev/reference/events/function_executed */
export function readStep(body: unknown): Step | Lacking {
  const { inputs, function_execution_id } = group(group(body).event);
  const { question, user } = group(inputs);
  const team = readTeam(body);
  const run = text(function_execution_id);
  if (!team || !run) return lacking({ team, run });
  return { id: `${team}:${run}`, run, by: `${team}:${text(user) ?? 'workflow'}`, text: text(question) ?? '' };
}
