import { endWithParent, inputOfParent } from './aside.js';
import { type Attempt, attempt } from './attempt.js';

// The other side of `attemptAside`: tries what it is sent, hands over what came of it, and ends.
endWithParent();
process.send?.(await attempt((await inputOfParent()) as Attempt), () => process.exit());
