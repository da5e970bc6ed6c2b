import { trainFolder } from './faq.js';

// The other side of `loadFaqAside`: reads and trains the folder of its first argument, hands the plain data over, and
// ends, also where nobody is there any more to take it.
process.send?.(await trainFolder(String(process.argv[2])), () => process.exit());
