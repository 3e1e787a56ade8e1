import type { DecisionVerb } from './states';

const SAYINGS: Readonly<Record<DecisionVerb, string>> = {
  noted: 'took note of',
  welcomed: 'welcomed',
  agreed: 'agreed on',
  endorsed: 'endorsed',
  approved: 'approved',
  adopted: 'adopted',
};

/**
 * The decision in the manner of the body's records, for the chair to change: "The SOM for the 20th ACCSM adopted the
 * Statement on … (ACCSM/20/ST.1/Rev.4)." Records are in the working language, whatever the screen speaks.
 */
export function houseWording(facts: {
  readonly verb: DecisionVerb;
  readonly meeting: string;
  readonly title: string;
  readonly symbol: string;
  readonly revision: number;
}): string {
  const meeting = /^the /i.test(facts.meeting)
    ? facts.meeting.replace(/^the /i, 'The ')
    : `The ${facts.meeting}`;
  const title = /^(the|an?) /i.test(facts.title) ? facts.title : `the ${facts.title}`;
  return `${meeting} ${SAYINGS[facts.verb]} ${title} (${facts.symbol}/Rev.${facts.revision}).`;
}
