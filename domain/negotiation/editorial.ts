import { type DocumentJson, type NodeJson, plainText } from '../text/document-json';

/** What an editorial change may not touch unasked. */
export const SENSITIVE_KINDS = ['number', 'date', 'negation', 'obligation', 'country'] as const;
export type SensitiveKind = (typeof SENSITIVE_KINDS)[number];

/** A word that stands more or less often in one text than in the other. */
export interface SensitiveWord {
  readonly kind: SensitiveKind;
  readonly word: string;
  readonly before: number;
  readonly after: number;
}

/** Names of a country as texts write them. */
export interface CountryNames {
  readonly names: readonly string[];
}

const MONTHS =
  'January|February|March|April|May|June|July|August|September|October|November|December|มกราคม|กุมภาพันธ์|มีนาคม|เมษายน|พฤษภาคม|มิถุนายน|กรกฎาคม|สิงหาคม|กันยายน|ตุลาคม|พฤศจิกายน|ธันวาคม';

/**
 * In this order: what one finds the next does not find again. "May" is a month where a number stands beside it, and
 * an obligation elsewhere.
 */
const PATTERNS: readonly (readonly [SensitiveKind, RegExp])[] = [
  [
    'date',
    new RegExp(
      `\\d{1,2}\\s+(?:${MONTHS})(?:\\s+\\d{4})?|(?:${MONTHS})\\s+\\d{1,4}(?:,?\\s+\\d{4})?|\\d{4}-\\d{2}-\\d{2}|\\d{1,2}[./]\\d{1,2}[./]\\d{2,4}`,
      'gu',
    ),
  ],
  [
    'number',
    /(?<![\p{L}\p{N}])[\p{Nd}]+(?:[.,:/–-][\p{Nd}]+)*(?:\s?%)?|(?<!\p{L})(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|fifty|hundred|thousand|million|billion|first|second|third|half|all|each|every|both|annual(?:ly)?|biennial(?:ly)?|percent|per cent)(?!\p{L})/giu,
  ],
  [
    'negation',
    /(?<!\p{L})(?:not|no|none|never|neither|nor|without|except|unless|cannot|non)(?!\p{L})|n[’']t(?!\p{L})|ไม่|มิ(?!ถุนายน|ตร)|ห้าม|ยกเว้น|เว้นแต่|ปราศจาก/giu,
  ],
  [
    'obligation',
    /(?<!\p{L})(?:shall|should|may|must|will|would|can|could|might)(?!\p{L})|ต้อง|ควร|อาจ|พึง|จะ/giu,
  ],
];

/**
 * Words of meaning that the two texts do not have equally often: numbers, dates, negations, "shall/should/may/must/
 * will", names of countries. Places and order do not count, only how often each stands there; so a comma moved or a
 * spelling put right finds nothing. Empty where an editorial change is one.
 */
export function sensitiveChanges(
  before: DocumentJson,
  after: DocumentJson,
  countries: readonly CountryNames[],
): SensitiveWord[] {
  const found = new Map<string, { kind: SensitiveKind; word: string; before: number; after: number }>();
  for (const [side, document] of [
    ['before', before],
    ['after', after],
  ] as const) {
    for (const { kind, word } of sensitiveWords(wordsOf(document), countries)) {
      const key = `${kind} ${word.toLowerCase()}`;
      const entry = found.get(key) ?? { kind, word, before: 0, after: 0 };
      entry[side] += 1;
      found.set(key, entry);
    }
  }
  return [...found.values()].filter((entry) => entry.before !== entry.after);
}

function sensitiveWords(
  text: string,
  countries: readonly CountryNames[],
): { readonly kind: SensitiveKind; readonly word: string }[] {
  const found: { kind: SensitiveKind; word: string }[] = [];
  let left = text;
  const take = (kind: SensitiveKind, pattern: RegExp) => {
    left = left.replace(pattern, (word) => {
      found.push({ kind, word: word.replace(/\s+/gu, ' ') });
      return '\u0000';
    });
  };
  const names = countries.flatMap(({ names }) => names).filter((name) => name !== '');
  // The longest first, so that "Papua New Guinea" is not "Guinea"; Thai stands without spaces around.
  for (const name of [...new Set(names)].sort((a, b) => b.length - a.length)) {
    const escaped = name.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&').replace(/\s+/gu, '\\s+');
    const isThai = /\p{Script=Thai}/u.test(name);
    take(
      'country',
      isThai ? new RegExp(escaped, 'gu') : new RegExp(`(?<!\\p{L})${escaped}(?!\\p{L})`, 'giu'),
    );
  }
  for (const [kind, pattern] of PATTERNS) take(kind, pattern);
  return found;
}

/** The words of all blocks, footnotes included, each block on a line. */
function wordsOf(document: DocumentJson): string {
  const lines: string[] = [];
  const walk = (node: NodeJson) => {
    const children = node.content ?? [];
    if (children.some((child) => child.type === 'text')) lines.push(plainText(node));
    for (const child of children) {
      if (child.type === 'footnote') lines.push(String(child.attrs?.text ?? ''));
      else if (child.type !== 'text') walk(child);
    }
  };
  walk(document);
  return lines.join('\n').normalize('NFC');
}
