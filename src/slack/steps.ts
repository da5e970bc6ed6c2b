import type { App } from '@slack/bolt';
import { noQuestionText } from '../replies/step.js';
import type { SlackDeps } from './deps.js';
import { createWhole } from './lacking.js';
import { readStep } from './read-step.js';

/** Callback id. Page: https://docs.slack.dev/tools/bolt-js/concepts/custom-steps */
export const STEP = 'answer_question';

/** A step of Workflow Builder, where an administrator has added it to the manifest. Nothing is posted: the workflow has the answer. */
export function register(app: App, { bot, client, log, observe, now }: SlackDeps): void {
  const whole = createWhole(log);

  app.function(STEP, async ({ body }) => {
    const received = now();
    const step = whole('step', readStep(body));
    if (step === undefined) return;
    const { run: function_execution_id, ...question } = step;
    const outputs = await bot.answerStep(question);
    const { fault } =
      outputs === null
        ? await client('functions.completeError', { function_execution_id, error: noQuestionText() })
        : await client('functions.completeSuccess', { function_execution_id, outputs: { ...outputs } });
    if (fault === null) observe.answered('workflow', now() - received);
    else {
      observe.slackFault(fault.kind);
      log.warn({ kind: fault.kind }, 'step of a workflow not completed');
    }
  });
}
