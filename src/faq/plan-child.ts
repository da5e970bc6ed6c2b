import { endWithParent, inputOfParent } from './aside.js';
import { type PlanInput, plan } from './plan.js';

// The other side of `plansAside`: plans what it is sent, hands the plan over, and ends.
endWithParent();
process.send?.(await plan((await inputOfParent()) as PlanInput), () => process.exit());
