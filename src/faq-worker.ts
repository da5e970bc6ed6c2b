import { parentPort, workerData } from 'node:worker_threads';
import { trainFolder } from './faq.js';

// The other side of `loadFaqAside`: reads and trains, hands the plain data over, and ends.
parentPort?.postMessage(await trainFolder(String(workerData)));
