import { askLead, type Leads } from './leads.js';
import { plain, type Reply } from './reply.js';

/** To a lead who is no clinician, and would mark an entry reviewed. */
export function forCliniciansReply(): Reply {
  return plain('That is for clinicians alone: leads whom `CLINICIANS` names. Nothing is written.');
}

/** To whoever is no lead, and asks for what only leads see. */
export function forLeadsReply(leads: Leads): Reply {
  return plain(`That is for leads alone. ${askLead(leads)}`);
}
