import { type Clause, clausesOf } from './clauses';
import type { DocumentJson } from './document-json';

/**
 * A house style says how clauses are numbered; numbers are derived, never typed. `declaration` is the manner of
 * ASEAN declarations (preambular paragraphs cited as "PP 2" but unnumbered on paper, operative paragraphs
 * numbered through), `sections` numbers headings 1, 1.1, 1.1.1 as work plans and concept notes do.
 */
export const HOUSE_STYLES = ['declaration', 'sections'] as const;
export type HouseStyle = (typeof HOUSE_STYLES)[number];

/** `label` is what the margin shows ("3.", "(b)"; empty where paper shows none); `citation` is how one cites it ("OP 3 (b)"). */
export interface ClauseNumber {
  readonly label: string;
  readonly citation: string;
}

/** Numbers for the clauses of `clausesOf(document)`, in the same order. Clauses that cannot be cited have an empty citation. */
export function numberClauses(document: DocumentJson, style: HouseStyle): ClauseNumber[] {
  const counter = new Counter(style);
  return clausesOf(document).map((clause) => counter.next(clause));
}

const UNNUMBERED: ClauseNumber = { label: '', citation: '' };

class Counter {
  private preambular = 0;
  private readonly operative = [0, 0, 0];
  private readonly headings = [0, 0, 0];
  private annex = 0;
  private readonly style: HouseStyle;

  constructor(style: HouseStyle) {
    this.style = style;
  }

  next(clause: Clause): ClauseNumber {
    switch (clause.kind) {
      case 'preambular':
        this.preambular += 1;
        return { label: '', citation: this.inAnnex(`PP ${this.preambular}`) };
      case 'operative':
        return this.nextOperative(clause.level);
      case 'annex':
        return this.nextAnnex();
      case 'heading':
        return this.nextHeading(clause.level);
      case 'title':
      case 'chapeau':
      case 'closing':
      case 'paragraph':
      case 'listItem':
      case 'tableRow':
        return UNNUMBERED;
      default:
        return UNNUMBERED;
    }
  }

  private nextOperative(level: number): ClauseNumber {
    advance(this.operative, level);
    const [first = 0, second = 0, third = 0] = this.operative;
    const labels = [`${first}.`, `(${letters(second)})`, `(${roman(third)})`];
    const citation = [`OP ${first}`, ...labels.slice(1, level)].join(' ');
    return { label: labels[level - 1] ?? '', citation: this.inAnnex(citation) };
  }

  private nextHeading(level: number): ClauseNumber {
    if (this.style !== 'sections') return UNNUMBERED;
    advance(this.headings, level);
    const number = this.headings.slice(0, level).join('.');
    return { label: number, citation: this.inAnnex(`section ${number}`) };
  }

  private nextAnnex(): ClauseNumber {
    this.annex += 1;
    this.preambular = 0;
    this.operative.fill(0);
    this.headings.fill(0);
    return { label: `Annex ${this.annex}`, citation: `Annex ${this.annex}` };
  }

  private inAnnex(citation: string): string {
    return this.annex === 0 ? citation : `Annex ${this.annex}, ${citation}`;
  }
}

/** Counts one more at `level` (1-based), starting missing parents at 1 and deeper levels again at 0. */
function advance(counts: number[], level: number): void {
  for (let above = 0; above < level - 1; above += 1) counts[above] = Math.max(counts[above] ?? 0, 1);
  counts[level - 1] = (counts[level - 1] ?? 0) + 1;
  counts.fill(0, level);
}

/** 1 → a, 26 → z, 27 → aa. */
export function letters(number: number): string {
  let rest = number;
  let text = '';
  while (rest > 0) {
    rest -= 1;
    text = String.fromCharCode(97 + (rest % 26)) + text;
    rest = Math.floor(rest / 26);
  }
  return text;
}

const ROMAN: readonly (readonly [number, string])[] = [
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

/** 1 → i, 4 → iv, 9 → ix; for sub-paragraphs, so up to a few hundred. */
export function roman(number: number): string {
  let rest = number;
  let text = '';
  for (const [value, digits] of ROMAN) {
    while (rest >= value) {
      text += digits;
      rest -= value;
    }
  }
  return text;
}
