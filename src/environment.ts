import { config } from 'dotenv';
import type { Environment } from './config.js';

/** The one place that reads `process.env`, with a `.env` file beside `package.json` filling in what is not set. */
export function readEnvironment(): Environment {
  config({ quiet: true });
  return process.env;
}
