import type { Config } from '../config.js';
import { CLINICIANS, LEADS, LEADS_CHANNEL } from '../playground/workspace.js';

/** The configuration in its mode: the playground has leads of its own, and the ids of a real workspace name nobody there. */
export function inMode(config: Config): Config {
  if (config.slack !== null) return config;
  return { ...config, leads: LEADS, clinicians: CLINICIANS, leadsChannel: LEADS_CHANNEL };
}
