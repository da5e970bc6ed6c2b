import { expect, it } from 'vitest';
import { readConfig } from '../../src/config.js';
import { inMode } from '../../src/modes/in-mode.js';
import { CLINICIANS, findPerson, LEADS, LEADS_CHANNEL } from '../../src/playground/workspace.js';

const TOKENS = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' };
const REAL = { LEADS: 'U0REAL001', CLINICIANS: 'U0REAL001', LEADS_CHANNEL: 'C0REAL001' };

it('the playground has leads of its own, whoever they are in Slack', () => {
  const { config } = readConfig(REAL);
  expect(config && inMode(config)).toMatchObject({
    leads: LEADS,
    clinicians: CLINICIANS,
    leadsChannel: LEADS_CHANNEL,
  });
  expect(LEADS.map((id) => findPerson(id)?.role)).toEqual(['lead', 'lead, clinician']);
  expect(LEADS).toEqual(expect.arrayContaining([...CLINICIANS]));
});

it('with tokens the leads are those of the environment', () => {
  const { config } = readConfig({ ...TOKENS, ...REAL });
  expect(config && inMode(config)).toEqual(config);
});
