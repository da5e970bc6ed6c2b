import { endWithParent } from './aside.js';
import { keptTextsIn, MODELS } from './kept.js';
import { trainFolder } from './load.js';

// The other side of `loadFaqAside`: reads and trains the folder of its first argument, hands the plain data over, and ends.
endWithParent();
process.send?.(await trainFolder(String(process.argv[2]), keptTextsIn(MODELS)), () => process.exit());
