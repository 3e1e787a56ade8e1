import { type NodeJson, numberAttr, stringAttr } from '../../../domain/text/document-json';
import { DEEPEST_LIST, LIST_FORMATS } from '../styles';
import { element } from './xml';

/**
 * The numberings of one file. Operative paragraphs, headings and annexes are numbered as the house style numbers
 * them (domain/text/numbering.ts), anew after each annex; every list counts for itself. A key stands for one `w:num`.
 */
export class Numberings {
  private readonly numbers = new Map<string, { readonly id: number; readonly form: Form }>();
  private readonly lists = new Map<string, Form>();
  private readonly annexWord: string;

  /** `annexWord` stands before the number of an annex. */
  constructor(annexWord = 'Annex') {
    this.annexWord = annexWord;
  }

  /** Makes a list known under `key`; its first item has the number `start`. */
  addList(key: string, list: NodeJson): void {
    const sign = stringAttr(list, 'type') ?? '1';
    const form: Form =
      list.type === 'bulletList'
        ? { name: 'bullets', levels: BULLETS, start: 1 }
        : {
            name: `list-${sign}`,
            levels: listLevels(LIST_FORMATS[sign] ?? 'decimal'),
            start: Math.max(0, numberAttr(list, 'start', 1)),
          };
    this.lists.set(key, form);
  }

  /** The number of the numbering instance (`w:numId`) for a key. */
  idOf(key: string): number {
    const known = this.numbers.get(key);
    if (known !== undefined) return known.id;
    const id = this.numbers.size + 1;
    this.numbers.set(key, { id, form: this.formOf(key) });
    return id;
  }

  /** `word/numbering.xml`. */
  xml(): string {
    const forms = new Map<string, { readonly id: number; readonly form: Form }>();
    for (const { form } of this.numbers.values()) {
      if (!forms.has(form.name)) forms.set(form.name, { id: forms.size, form });
    }
    return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${element(
      'w:numbering',
      { 'xmlns:w': 'http://schemas.openxmlformats.org/wordprocessingml/2006/main' },
      ...[...forms.values()].map(({ id, form }) =>
        element(
          'w:abstractNum',
          { 'w:abstractNumId': id },
          element('w:multiLevelType', { 'w:val': 'multilevel' }),
          ...form.levels.map(levelXml),
        ),
      ),
      ...[...this.numbers.values()].map(({ id, form }) =>
        element(
          'w:num',
          { 'w:numId': id },
          element('w:abstractNumId', { 'w:val': forms.get(form.name)?.id ?? 0 }),
          ...form.levels.map((_, level) =>
            element(
              'w:lvlOverride',
              { 'w:ilvl': level },
              element('w:startOverride', { 'w:val': form.start }),
            ),
          ),
        ),
      ),
    )}`;
  }

  private formOf(key: string): Form {
    const [kind] = key.split(':');
    if (kind === 'operative') return { name: 'operative', levels: OPERATIVE, start: 1 };
    if (kind === 'heading') return { name: 'heading', levels: HEADINGS, start: 1 };
    if (kind === 'annex') {
      return {
        name: 'annex',
        levels: [{ format: 'decimal', text: `${this.annexWord} %1`, left: 0, hanging: 0, suffix: 'space' }],
        start: 1,
      };
    }
    const form = this.lists.get(key);
    if (form === undefined) throw new Error(`Numberings: no list ${key}`);
    return form;
  }
}

interface Form {
  readonly name: string;
  readonly levels: readonly Level[];
  readonly start: number;
}

/** Indents in twentieths of a point. */
interface Level {
  readonly format: string;
  readonly text: string;
  readonly left: number;
  readonly hanging: number;
  readonly suffix?: 'space';
}

const STEP = 454;

const OPERATIVE: readonly Level[] = [
  { format: 'decimal', text: '%1.', left: STEP, hanging: STEP },
  { format: 'lowerLetter', text: '(%2)', left: 2 * STEP, hanging: STEP },
  { format: 'lowerRoman', text: '(%3)', left: 3 * STEP, hanging: STEP },
];

const HEADINGS: readonly Level[] = ['%1', '%1.%2', '%1.%2.%3'].map((text, index) => ({
  format: 'decimal',
  text,
  left: STEP + index * 170,
  hanging: STEP + index * 170,
}));

const SIGNS = ['•', '–', '▪'];
const BULLETS: readonly Level[] = Array.from({ length: DEEPEST_LIST }, (_, depth) => ({
  format: 'bullet',
  text: SIGNS[depth % SIGNS.length] ?? '•',
  left: listIndent(depth + 1),
  hanging: STEP - 114,
}));

function listLevels(format: string): Level[] {
  return Array.from({ length: DEEPEST_LIST }, (_, depth) => ({
    format,
    text: `%${depth + 1}.`,
    left: listIndent(depth + 1),
    hanging: STEP - 114,
  }));
}

/** Where the words of a list item at `depth` (from 1) begin, in twentieths of a point. */
export function listIndent(depth: number): number {
  return depth * STEP;
}

function levelXml(level: Level, index: number): string {
  return element(
    'w:lvl',
    { 'w:ilvl': index },
    element('w:start', { 'w:val': 1 }),
    element('w:numFmt', { 'w:val': level.format }),
    ...(level.suffix === undefined ? [] : [element('w:suff', { 'w:val': level.suffix })]),
    element('w:lvlText', { 'w:val': level.text }),
    element('w:lvlJc', { 'w:val': 'left' }),
    element('w:pPr', {}, element('w:ind', { 'w:left': level.left, 'w:hanging': level.hanging })),
  );
}
