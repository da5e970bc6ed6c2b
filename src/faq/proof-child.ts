import { endWithParent, inputOfParent } from './aside.js';
import { keptTextsIn, MODELS } from './kept.js';
import { type ProofInput, prove } from './proof.js';

// The other side of `proveAside`: proves what it is sent, hands the proof over, and ends.
endWithParent();
process.send?.(await prove((await inputOfParent()) as ProofInput, keptTextsIn(MODELS)), () => process.exit());
