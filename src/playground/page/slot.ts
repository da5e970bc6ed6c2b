/** Where an element stands, and what can be done with it. */

import type { Form, Value } from './form.js';
import type { Names } from './inline.js';
import type { Json } from './json.js';

/** One press: which element of which block, and the value chosen. */
export interface Press {
  block_id: string;
  action_id: string;
  value?: string | string[];
}

/** What an app offers for what is typed; `trouble` says why Slack would offer nothing. */
export interface Offer {
  options: Json[];
  /** Options under labels. */
  groups?: Json[];
  trouble: string | null;
}

/** What the elements of one message or view share. */
export interface Surface {
  names: Names;
  form: Form;
  /** Long sections are folded, as in messages. */
  folds: boolean;
  /** Sends a press. Resolves to false where the app did not acknowledge it. */
  press(press: Press): Promise<boolean>;
  suggest(block_id: string, action_id: string, typed: string): Promise<Offer>;
  /** Whom and where one may pick. */
  people: readonly { id: string; name: string }[];
  places: readonly { id: string; name: string; kind: 'im' | 'private' | 'public' }[];
}

export interface Slot {
  element: Json;
  block_id: string;
  surface: Surface;
  /** What is entered goes to the app at once; in input blocks only where they ask for it. */
  sends: boolean;
  /** Attributes that name and describe a field: in an input block its label, hint and error. */
  named: Record<string, string>;
  /** The label's words, for what needs a name of its own. */
  label: string;
}

export type { Value };
