import { type Refusal, refuse } from '../../../domain/refusal';

/** Ends the reading of a file at once; `readWord` turns it into the refusal that it carries. */
export class RefusedFile extends Error {
  readonly refusal: Refusal;

  constructor(rule: string, detail?: Record<string, string | number>) {
    super(`the file is refused by ${rule}`);
    this.refusal = refuse(rule, detail);
  }
}
