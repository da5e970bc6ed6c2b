import type { Command } from './io.js';

/** Every command by its name. They are loaded when they are called, since some need parts that others do without. */
export const COMMANDS: Record<string, () => Promise<Command>> = {
  ask: async () => (await import('./ask.js')).ask,
  check: async () => (await import('./check.js')).check,
  import: async () => (await import('./import.js')).importFile,
  'init-knowledge': async () => (await import('./init-knowledge.js')).initKnowledge,
  schema: async () => (await import('./schema.js')).schema,
  eval: async () => (await import('./eval.js')).evaluate,
  doctor: async () => (await import('./doctor.js')).doctor,
  redaction: async () => (await import('./redaction.js')).redaction,
  review: async () => (await import('./review.js')).review,
  gaps: async () => (await import('./gaps.js')).gaps,
  export: async () => (await import('./export.js')).exportRows,
  edit: async () => (await import('./edit.js')).edit,
  'forget-everybody': async () => (await import('./forget-everybody.js')).forgetEverybody,
};
