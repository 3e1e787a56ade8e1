/** One line of pasted plain text as the clause it will become. */
export interface PastedLine {
  readonly kind: 'operative' | 'paragraph';
  readonly level: 1 | 2 | 3;
  readonly text: string;
}

/**
 * Plain text with numbers at the start of its lines ("1.", "(a)", "(ii)") as operative paragraphs of levels 1 to
 * 3: numbers follow from structure here, so the typed ones are taken off. Null where no line begins with a number.
 * "(i)" after "(h)" is the ninth letter; anywhere else it is a roman one.
 */
export function numberedLines(text: string): PastedLine[] | null {
  const lines = text.split(/\r\n?|\n/).filter((line) => line.trim() !== '');
  let lastLetter = '';
  let lastLevel: 1 | 2 | 3 = 1;
  let numbered = false;
  const read = lines.map((line): PastedLine => {
    const sign = SIGN.exec(line);
    if (sign === null) return { kind: 'paragraph', level: 1, text: line.trim() };
    const [all, number, inBrackets] = sign;
    const mark = (number ?? inBrackets ?? '').toLowerCase();
    const level = levelOf(mark, lastLetter, lastLevel);
    if (level === 1) lastLetter = '';
    if (level === 2) lastLetter = mark;
    lastLevel = level;
    numbered = true;
    return { kind: 'operative', level, text: line.slice(all.length).trim() };
  });
  return numbered ? read : null;
}

const SIGN = /^\s*(?:(\d{1,3})[.)](?!\d)\s*|\(?([a-z]{1,5})\)\s+)(?=\S)/i;

function levelOf(mark: string, lastLetter: string, lastLevel: 1 | 2 | 3): 1 | 2 | 3 {
  if (/^\d+$/.test(mark)) return 1;
  if (!/^[ivx]+$/.test(mark)) return mark.length === 1 ? 2 : 3;
  if (mark.length > 1) return 3;
  const expected = lastLetter.length === 1 ? String.fromCharCode(lastLetter.charCodeAt(0) + 1) : '';
  if (mark === expected && lastLevel === 2) return 2;
  return lastLetter === '' && mark !== 'i' ? 2 : 3;
}
