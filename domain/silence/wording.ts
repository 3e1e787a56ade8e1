import { houseWording } from '../procedure/wording';

/** The decision in the manner of the body's records, which say that nobody met: "… adopted the Statement (…/Rev.4) by silence procedure." */
export function silenceWording(facts: Parameters<typeof houseWording>[0]): string {
  return `${houseWording(facts).replace(/\.$/, '')} by silence procedure.`;
}
