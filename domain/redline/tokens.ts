import {
  BREAK,
  classOf,
  DICTIONARY,
  DIGIT,
  EMOJI,
  joinsWord,
  LETTER,
  leansBack,
  leansForward,
  MARK,
  PAIR,
  SPACE,
} from './characters';
import { visibleForm, visibleText } from './invisible';
import type { Vocabulary } from './vocabulary';

/** What a token is. Only `WORD` counts as a word; `SPACE` is matched last, in what the others leave open. */
export const SPACE_TOKEN = 0;
export const WORD_TOKEN = 1;
export const SIGN_TOKEN = 2;
export const NOTE_TOKEN = 3;
export const BREAK_TOKEN = 4;
/** The seam between two clauses that are compared as one (split, merged); it matches nothing. */
export const SEAM_TOKEN = 5;

/** Stands for a footnote in the running text of a clause. */
export const NOTE_CHARACTER = '\uFFFC';

export interface Note {
  readonly at: number;
  readonly text: string;
}

/** The tokens of a text, as parallel arrays: number of the visible form, kind, and where each starts in the raw text. */
export interface Tokens {
  readonly keys: Int32Array;
  readonly kinds: Uint8Array;
  /** One longer than `keys`: the last is the length of the text. */
  readonly starts: Int32Array;
  readonly words: number;
}

/** Cuts a text into words, signs and spaces. `notes` names the places of its footnotes in ascending order. */
export function tokenise(raw: string, notes: readonly Note[], vocabulary: Vocabulary): Tokens {
  const visible = visibleText(raw);
  const cutter = new Cutter(visible.text, vocabulary);
  const rawAt = visible.rawAt;
  let note = 0;
  cutter.run((at) => {
    const place = rawAt === null ? at : (rawAt[at] ?? at);
    while ((notes[note]?.at ?? Infinity) < place) note += 1;
    return notes[note]?.at === place ? (notes[note]?.text ?? null) : null;
  });
  return cutter.tokens(raw.length, rawAt);
}

class Cutter {
  private readonly keys: number[] = [];
  private readonly kinds: number[] = [];
  private readonly starts: number[] = [];
  private readonly text: string;
  private readonly vocabulary: Vocabulary;
  private words = 0;

  constructor(text: string, vocabulary: Vocabulary) {
    this.text = text;
    this.vocabulary = vocabulary;
  }

  run(noteAt: (at: number) => string | null): void {
    let at = 0;
    while (at < this.text.length) at = this.next(at, noteAt);
  }

  tokens(rawLength: number, rawAt: Int32Array | null): Tokens {
    const starts = new Int32Array(this.keys.length + 1);
    this.starts.forEach((start, index) => {
      starts[index] = rawAt === null ? start : (rawAt[start] ?? start);
    });
    starts[this.keys.length] = rawLength;
    const keys = Int32Array.from(this.keys);
    const kinds = Uint8Array.from(this.kinds);
    const tokens = { keys, kinds, starts, words: this.words };
    return rawAt === null ? tokens : this.withUnseen(tokens);
  }

  /**
   * Characters without width are of the token before them, but a footnote's sign is a token alone, and some texts are
   * nothing else: there they are a space that nobody sees.
   */
  private withUnseen(tokens: Tokens): Tokens {
    const { starts, words } = tokens;
    const all: { key: number; kind: number; start: number }[] = [];
    const unseen = (start: number) => ({ key: this.vocabulary.wordId(''), kind: SPACE_TOKEN, start });
    const end = starts.at(-1) ?? 0;
    if (tokens.keys.length === 0 && end > 0) all.push(unseen(0));
    tokens.keys.forEach((key, index) => {
      const [kind = SPACE_TOKEN, start = 0, next = 0] = [
        tokens.kinds[index],
        starts[index],
        starts[index + 1],
      ];
      all.push({ key, kind, start });
      if (kind === NOTE_TOKEN && next > start + 1) all.push(unseen(start + 1));
    });
    if (all.length === tokens.keys.length) return tokens;
    return {
      keys: Int32Array.from(all, ({ key }) => key),
      kinds: Uint8Array.from(all, ({ kind }) => kind),
      starts: Int32Array.from([...all.map(({ start }) => start), end]),
      words,
    };
  }

  private next(at: number, noteAt: (at: number) => string | null): number {
    const unit = this.text.charCodeAt(at);
    switch (classOf(unit)) {
      case SPACE:
        return this.add(SPACE_TOKEN, at, this.whileClass(at + 1, SPACE));
      case BREAK:
        return this.add(BREAK_TOKEN, at, at + 1);
      case LETTER:
      case DIGIT:
        return this.add(WORD_TOKEN, at, this.wordEnd(at));
      case DICTIONARY:
        return this.addDictionaryRun(at);
      case PAIR:
        return this.addPair(at);
      default:
        return unit === 0xfffc ? this.addNote(at, noteAt(at)) : this.addSign(at, unit);
    }
  }

  private add(kind: number, from: number, to: number): number {
    const end = this.whileClass(to, MARK);
    this.push(kind, from, this.vocabulary.wordId(this.text.slice(from, end)));
    return end;
  }

  private push(kind: number, start: number, key: number): void {
    this.kinds.push(kind);
    this.starts.push(start);
    this.keys.push(key);
    if (kind === WORD_TOKEN) this.words += 1;
  }

  private whileClass(from: number, wanted: number): number {
    let at = from;
    while (at < this.text.length && classOf(this.text.charCodeAt(at)) === wanted) at += 1;
    return at;
  }

  private wordEnd(from: number): number {
    let at = from;
    let before = NaN;
    while (at < this.text.length) {
      const unit = this.text.charCodeAt(at);
      const kind = classOf(unit);
      if (kind === LETTER || kind === DIGIT) before = kind;
      else if (kind === PAIR && isAstralLetter(this.text, at)) {
        before = LETTER;
        at += 1;
      } else if (kind !== MARK) {
        const after = at + 1 < this.text.length ? classOf(this.text.charCodeAt(at + 1)) : NaN;
        if (!joinsWord(unit, before, after)) return at;
      }
      at += 1;
    }
    return at;
  }

  private addDictionaryRun(from: number): number {
    let end = from;
    while (end < this.text.length) {
      const kind = classOf(this.text.charCodeAt(end));
      if (kind !== DICTIONARY && kind !== MARK) break;
      end += 1;
    }
    let at = from;
    for (const word of dictionaryWords(this.text.slice(from, end))) {
      const kind = word.isWord ? WORD_TOKEN : SIGN_TOKEN;
      this.push(kind, at, this.vocabulary.wordId(word.text));
      at += word.text.length;
    }
    return end;
  }

  private addPair(at: number): number {
    if (isAstralLetter(this.text, at)) return this.add(WORD_TOKEN, at, this.wordEnd(at));
    const emoji = emojiEnd(this.text, at);
    if (emoji > at) return this.add(SIGN_TOKEN, at, emoji);
    const whole = (this.text.codePointAt(at) ?? 0) > 0xffff;
    return this.add(SIGN_TOKEN, at, at + (whole ? 2 : 1));
  }

  private addNote(at: number, text: string | null): number {
    if (text === null) return this.add(SIGN_TOKEN, at, at + 1);
    this.push(NOTE_TOKEN, at, this.vocabulary.wordId(NOTE_CHARACTER + visibleForm(text)));
    return at + 1;
  }

  private addSign(at: number, unit: number): number {
    if (unit > 0x203b) {
      const emoji = emojiEnd(this.text, at);
      if (emoji > at) return this.add(SIGN_TOKEN, at, emoji);
    }
    let end = at + 1;
    // A row of dots or dashes is one sign.
    if (unit === 0x2e || unit === 0x2d) while (this.text.charCodeAt(end) === unit) end += 1;
    return this.add(SIGN_TOKEN, at, end);
  }
}

function emojiEnd(text: string, at: number): number {
  EMOJI.lastIndex = at;
  return EMOJI.test(text) ? EMOJI.lastIndex : at;
}

function isAstralLetter(text: string, at: number): boolean {
  const point = text.codePointAt(at) ?? 0;
  return point > 0xffff && /[\p{L}\p{N}]/u.test(String.fromCodePoint(point));
}

interface DictionaryWord {
  readonly text: string;
  readonly isWord: boolean;
}

let segmenter: Intl.Segmenter | undefined;

/** The segmenter takes the square of a run's length; longer runs are read in stretches of so many letters … */
const STRETCH = 1000;
/** … of which the last ones are read again with what follows them, since it may change where words end. */
const READ_AGAIN = 100;

/** Words of a run in a script without spaces; none begins or ends where a syllable would be torn. */
function dictionaryWords(run: string): DictionaryWord[] {
  const words: DictionaryWord[] = [];
  for (const { segment, isWordLike } of segmentsOf(run)) {
    const last = words.at(-1);
    const torn =
      last !== undefined &&
      (leansBack(segment.charCodeAt(0)) || leansForward(last.text.charCodeAt(last.text.length - 1)));
    if (last !== undefined && torn) {
      words[words.length - 1] = { text: last.text + segment, isWord: last.isWord || isWordLike === true };
    } else {
      words.push({ text: segment, isWord: isWordLike === true });
    }
  }
  return words;
}

function* segmentsOf(run: string): Generator<Intl.SegmentData> {
  segmenter ??= new Intl.Segmenter('th', { granularity: 'word' });
  let from = 0;
  while (from < run.length) {
    const stretch = run.slice(from, from + STRETCH);
    const isLast = from + stretch.length === run.length;
    let read = 0;
    for (const data of segmenter.segment(stretch)) {
      if (!isLast && read > 0 && data.index + data.segment.length > stretch.length - READ_AGAIN) break;
      yield data;
      read = data.index + data.segment.length;
    }
    from += read;
  }
}
