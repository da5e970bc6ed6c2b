/** One thing that `npm run doctor` looked at. */
export interface Finding {
  what: string;
  /** `note`: it works, but somebody should know; or it could not be checked, with the reason. */
  mark: 'ok' | 'FAIL' | 'note';
  /** How it is; where it is not well, the fault and what to do. */
  says: string;
}
