import type { OpenedDb } from '../../db/client';
import { checkInstallation } from '../check';

/** Everything that is wrong with a database, one line each; empty when all is well. */
export function findingsOf(opened: OpenedDb): string[] {
  return checkInstallation(opened).findings.map((finding) => finding.message);
}
