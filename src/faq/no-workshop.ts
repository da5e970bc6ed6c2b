import type { Workshop } from './workshop.js';

/** Where nobody edits, as on the command line. */
export const NO_WORKSHOP: Workshop = {
  prove: () => Promise.reject(new Error('Nothing is edited here.')),
  alone: () => Promise.reject(new Error('Nothing is edited here.')),
  publish: () => Promise.reject(new Error('Nothing is edited here.')),
  finish: () => Promise.reject(new Error('Nothing is edited here.')),
  atRest: () => Promise.resolve(),
  before: () => ({ at: new Date(0), version: '', isServed: false }),
  settled: async () => null,
  trial: false,
};
