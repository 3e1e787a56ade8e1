import type { DecisionVerb } from '../procedure/states';

/** Verbs of a meeting's decisions, weakest first (reference §2, glossary). */
export const MEETING_VERBS = [
  'tookNote',
  'notedWithAppreciation',
  'welcomed',
  'discussed',
  'supported',
  'agreedInPrinciple',
  'agreed',
  'tasked',
  'endorsed',
  'approved',
  'adopted',
] as const;
export type MeetingVerb = (typeof MEETING_VERBS)[number];

export function isMeetingVerb(value: unknown): value is MeetingVerb {
  return typeof value === 'string' && (MEETING_VERBS as readonly string[]).includes(value);
}

/** 1 for the weakest. The steps between them are the field's order, not a measure. */
export function verbWeight(verb: MeetingVerb): number {
  return MEETING_VERBS.indexOf(verb) + 1;
}

/** How the house begins a decision with each verb, in the words of its records; what follows names the matter. */
export const HOUSE_PHRASES: Readonly<Record<MeetingVerb, { readonly en: string; readonly th: string }>> = {
  tookNote: { en: 'The Meeting took note of ', th: 'ที่ประชุมรับทราบ' },
  notedWithAppreciation: { en: 'The Meeting noted with appreciation ', th: 'ที่ประชุมรับทราบด้วยความชื่นชมต่อ' },
  welcomed: { en: 'The Meeting welcomed ', th: 'ที่ประชุมยินดีต่อ' },
  discussed: { en: 'The Meeting discussed ', th: 'ที่ประชุมหารือเกี่ยวกับ' },
  supported: { en: 'The Meeting supported ', th: 'ที่ประชุมแสดงความสนับสนุนต่อ' },
  agreedInPrinciple: { en: 'The Meeting agreed in principle on ', th: 'ที่ประชุมเห็นชอบในหลักการต่อ' },
  agreed: { en: 'The Meeting agreed on ', th: 'ที่ประชุมตกลง' },
  tasked: { en: 'The Meeting tasked ', th: 'ที่ประชุมมอบหมายให้' },
  endorsed: { en: 'The Meeting endorsed ', th: 'ที่ประชุมให้ความเห็นชอบ' },
  approved: { en: 'The Meeting approved ', th: 'ที่ประชุมอนุมัติ' },
  adopted: { en: 'The Meeting adopted ', th: 'ที่ประชุมรับรอง' },
};

/** What the wording of a decision cannot do without, so that its words and its verb say the same. */
const SAID: Readonly<Record<MeetingVerb, RegExp>> = {
  tookNote: /\b(took|takes) note\b|\bnoted\b/i,
  notedWithAppreciation: /\bnoted with (\w+ )?appreciation\b/i,
  welcomed: /\bwelcomed\b/i,
  discussed: /\bdiscussed\b|\bexchanged views\b/i,
  supported: /\bsupported\b|\bexpressed (its )?support\b/i,
  agreedInPrinciple: /\bagreed,? in principle\b/i,
  agreed: /\bagreed\b(?!,? in principle)/i,
  tasked: /\btasked\b|\brequested\b/i,
  endorsed: /\bendorsed\b/i,
  approved: /\bapproved\b/i,
  adopted: /\badopted\b/i,
};

export function saysVerb(wording: string, verb: MeetingVerb): boolean {
  return SAID[verb].test(wording);
}

const OF_TEXTS: Readonly<Record<DecisionVerb, MeetingVerb>> = {
  noted: 'tookNote',
  welcomed: 'welcomed',
  agreed: 'agreed',
  endorsed: 'endorsed',
  approved: 'approved',
  adopted: 'adopted',
};

/** The verb under which a decision on a text is reported. */
export function reportedVerb(verb: DecisionVerb): MeetingVerb {
  return OF_TEXTS[verb];
}
