/** The long form (`FAULTS=long`) runs more rounds and larger numbers; the short form is part of every CI run. */
export const LONG = process.env.FAULTS === 'long';
