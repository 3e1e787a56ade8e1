import { isSafeLink } from '../../../domain/text/marks';
import { LONGEST_FOOTNOTE } from '../../text/attributes';
import { alternativeOf } from './alternative';
import { type Condition, noteText, type Piece } from './flow';
import { linkTarget } from './package';
import { type Reading, wordsBelow } from './reading';
import { RefusedFile } from './refused-file';
import { leaveRunLook, marksOf } from './run-look';
import { symbolOf } from './symbols';
import { childOf, everyElement, type XmlElement } from './xml';

interface Place {
  readonly when: Condition;
  readonly link: string | null;
}

/** Things around words that are only markup: what is inside counts, they do not. */
const WRAPPERS: ReadonlySet<string> = new Set([
  'w:smartTag',
  'w:customXml',
  'w:dir',
  'w:bdo',
  'w:sdtContent',
  'w:rubyBase',
]);

/** No address that leads anywhere is longer; what comes after is not kept. */
const LONGEST_INSTRUCTION = 10_000;
/** As deep as elements may be nested: fields are, too, and begin and end where they like. */
const MOST_OPEN_FIELDS = 100;

/** The words and signs inside `container`, with what cannot be carried listed on the way. */
export function piecesOf(container: XmlElement, reading: Reading, when: Condition = []): Piece[] {
  const reader = new InlineReader(reading);
  reader.walk(container, { when, link: null });
  return reader.pieces;
}

class InlineReader {
  readonly pieces: Piece[] = [];

  constructor(private readonly reading: Reading) {}

  walk(container: XmlElement, place: Place): void {
    for (const child of container.children) this.element(child, place);
  }

  private element(element: XmlElement, place: Place): void {
    const { reading } = this;
    switch (element.name) {
      case 'w:r':
        this.run(element, place);
        return;
      case 'w:ins':
        this.walk(element, within(place, reading.changes.add('insertion', element), 'taken'));
        return;
      case 'w:del':
        this.walk(element, within(place, reading.changes.add('deletion', element), 'left'));
        return;
      case 'w:moveFrom':
      case 'w:moveTo':
        this.moved(element, place);
        return;
      case 'w:hyperlink':
        this.walk(element, { ...place, link: this.linkOf(element) });
        return;
      case 'w:fldSimple':
        this.simpleField(element, place);
        return;
      case 'w:sdt':
        if (isFormControl(childOf(element, 'w:sdtPr'))) reading.leave('formControl', wordsBelow(element));
        for (const content of element.children)
          if (content.name === 'w:sdtContent') this.walk(content, place);
        return;
      case 'w:ruby':
        reading.leave('other', wordsBelow(element));
        this.walk(childOf(element, 'w:rubyBase') ?? element, place);
        return;
      case 'mc:AlternateContent':
        this.walk(alternativeOf(element), place);
        return;
      case 'm:oMath':
      case 'm:oMathPara':
        reading.leave('equation', wordsBelow(element));
        return;
      default:
        if (WRAPPERS.has(element.name)) this.walk(element, place);
        else this.mark(element);
    }
  }

  /** Marks between words: comments, moves and bookmarks begin and end here. */
  mark(element: XmlElement): void {
    const { reading } = this;
    const id = element.attrs['w:id'] ?? '';
    switch (element.name) {
      case 'w:commentRangeStart':
        this.pieces.push({ kind: 'comment', id, edge: 'start' });
        return;
      case 'w:commentRangeEnd':
        this.pieces.push({ kind: 'comment', id, edge: 'end' });
        return;
      case 'w:moveFromRangeStart':
        reading.moves.from = element.attrs['w:name'] ?? null;
        return;
      case 'w:moveToRangeStart':
        reading.moves.to = element.attrs['w:name'] ?? null;
        return;
      case 'w:moveFromRangeEnd':
        reading.moves.from = null;
        return;
      case 'w:moveToRangeEnd':
        reading.moves.to = null;
        return;
      case 'w:bookmarkStart':
        // Names that begin with a line are Word's own: last place of editing, contents.
        if (!(element.attrs['w:name'] ?? '_').startsWith('_')) reading.leave('bookmark');
        return;
      default:
        this.leaveWords(element);
    }
  }

  private moved(element: XmlElement, place: Place): void {
    const { change, when } = movedChange(element, this.reading);
    this.walk(element, within(place, change, when));
  }

  private linkOf(element: XmlElement): string | null {
    const id = element.attrs['r:id'];
    const target = id === undefined ? null : linkTarget(this.reading.relationships.get(id));
    const anchor = element.attrs['w:anchor'];
    const whole = target === null || anchor === undefined ? target : `${target}#${anchor}`;
    if (whole !== null && isSafeLink(whole)) return whole;
    this.reading.leave('link', wordsBelow(element));
    return null;
  }

  private simpleField(element: XmlElement, place: Place): void {
    const link = linkOfField(element.attrs['w:instr'] ?? '');
    if (link === null) this.reading.leave('field', wordsBelow(element));
    this.walk(element, link === null ? place : { ...place, link });
  }

  private run(run: XmlElement, place: Place): void {
    const properties = childOf(run, 'w:rPr');
    const link = place.link ?? this.fieldLink();
    let text = '';
    const flush = (): void => {
      if (text !== '') this.text(text, properties, { ...place, link });
      text = '';
    };
    const read = (child: XmlElement): void => {
      switch (child.name) {
        case 'w:t':
        case 'w:delText':
          if (this.isShown()) text += wordsOf(child);
          break;
        case 'w:tab':
        case 'w:ptab':
          if (this.isShown()) text += '\t';
          break;
        case 'w:noBreakHyphen':
          text += '\u2011';
          break;
        case 'w:softHyphen':
          text += '\u00ad';
          break;
        case 'w:sym':
          text += this.symbol(child);
          break;
        case 'mc:AlternateContent':
          for (const inner of alternativeOf(child).children) read(inner);
          break;
        default:
          flush();
          this.sign(child, place);
      }
    };
    for (const child of run.children) read(child);
    flush();
  }

  private text(text: string, properties: XmlElement | undefined, place: Place): void {
    const { reading } = this;
    const marks = marksOf(properties, text, place.link, reading);
    const changed = childOf(properties, 'w:rPrChange');
    const format = changed === undefined ? null : reading.changes.add('format', changed);
    if (place.when.length === 0 && format === null) reading.changes.interrupt();
    leaveRunLook(properties, text, reading);
    reading.pass(text);
    this.pieces.push({
      kind: 'text',
      text,
      marks,
      oldMarks:
        format === null
          ? null
          : { change: format, marks: marksOf(childOf(changed, 'w:rPr'), text, place.link, reading) },
      when: place.when,
    });
  }

  private sign(element: XmlElement, { when }: Place): void {
    const { reading } = this;
    switch (element.name) {
      case 'w:br':
      case 'w:cr': {
        const type = element.attrs['w:type'];
        if (type === 'page' || type === 'column') reading.leave('pageBreak');
        else if (this.isShown()) this.pieces.push({ kind: 'break', when });
        return;
      }
      case 'w:footnoteReference':
      case 'w:endnoteReference': {
        const kind = element.name === 'w:footnoteReference' ? 'footnote' : 'endnote';
        const words = reading.noteOf(kind, element.attrs['w:id'] ?? '');
        if (words === null) reading.leave('other');
        else {
          // What a footnote of ours has no room for is named, from its first lost word on.
          const lost = noteText(words).slice(LONGEST_FOOTNOTE);
          if (lost !== '') reading.leave('other', lost);
          reading.countNote(noteText(words).length - lost.length);
          this.pieces.push({ kind: 'footnote', words, isExact: reading.styles.isOwn, when });
        }
        return;
      }
      case 'w:fldChar':
        this.field(element.attrs['w:fldCharType'] ?? '');
        return;
      case 'w:instrText':
      case 'w:delInstrText': {
        const field = reading.fields.at(-1);
        if (field !== undefined && !field.isResult && field.instruction.length < LONGEST_INSTRUCTION) {
          field.instruction += element.text.slice(0, LONGEST_INSTRUCTION);
        }
        return;
      }
      case 'w:drawing':
      case 'w:pict':
      case 'w:object':
        reading.leave(drawingKind(element), wordsBelow(element));
        return;
      case 'w:pgNum':
        reading.leave('field');
        return;
      case 'w:ruby':
        this.element(element, { when, link: null });
        return;
      default:
        this.leaveWords(element);
    }
  }

  /** Words in something that is not known are not read, and named. */
  private leaveWords(element: XmlElement): void {
    const words = wordsBelow(element);
    if (words.trim() !== '') this.reading.leave('other', words);
  }

  private symbol(element: XmlElement): string {
    const symbol = symbolOf(element.attrs['w:font'] ?? '', element.attrs['w:char'] ?? '');
    if (symbol === null) this.reading.leave('control');
    return symbol ?? '';
  }

  private field(type: string): void {
    const { fields } = this.reading;
    const field = fields.at(-1);
    if (type === 'begin') {
      if (fields.length >= MOST_OPEN_FIELDS) throw new RefusedFile('IM12');
      fields.push({ instruction: '', link: null, isResult: false });
      this.reading.unshown += 1;
    } else if (type === 'separate' && field !== undefined && !field.isResult) {
      field.isResult = true;
      field.link = linkOfField(field.instruction);
      this.reading.unshown -= 1;
      if (field.link === null) this.reading.leave('field');
    } else if (type === 'end' && field !== undefined) {
      fields.pop();
      if (!field.isResult) this.reading.unshown -= 1;
    }
  }

  /** Words stand unless they are the instruction of a field. */
  private isShown(): boolean {
    return this.reading.unshown === 0;
  }

  private fieldLink(): string | null {
    return this.reading.fields.find(({ link }) => link !== null)?.link ?? null;
  }
}

function within(place: Place, change: number, when: 'taken' | 'left'): Place {
  return { ...place, when: [...place.when, { change, when }] };
}

/** The change that a moved run, mark or row belongs to; ends that share no name are what they look like. */
export function movedChange(
  element: XmlElement,
  reading: Reading,
): { readonly change: number; readonly when: 'taken' | 'left' } {
  const isSource = element.name === 'w:moveFrom';
  const name = isSource ? reading.moves.from : reading.moves.to;
  const kind = isSource ? 'deletion' : 'insertion';
  const change = name === null ? reading.changes.add(kind, element) : reading.changes.addMove(name, element);
  return { change, when: isSource ? 'left' : 'taken' };
}

/** White space at the ends counts only where the file says so; line ends inside are spaces. */
function wordsOf(element: XmlElement): string {
  const text = element.text.replace(/[\r\n]+/g, ' ');
  return element.attrs['xml:space'] === 'preserve' ? text : text.replace(/^[ \t]+|[ \t]+$/g, '');
}

function linkOfField(instruction: string): string | null {
  const found = /^\s*HYPERLINK\s+(?:"([^"]*)"|(\S+))/i.exec(instruction);
  const target = found?.[1] ?? found?.[2] ?? '';
  return isSafeLink(target) ? target : null;
}

function isFormControl(properties: XmlElement | undefined): boolean {
  return (properties?.children ?? []).some((child) =>
    ['w:comboBox', 'w:dropDownList', 'w:date', 'w14:checkbox', 'w:picture'].includes(child.name),
  );
}

function drawingKind(element: XmlElement): 'image' | 'chart' | 'textBox' | 'embeddedObject' | 'drawing' {
  if (element.name === 'w:object') return 'embeddedObject';
  let kind: 'image' | 'chart' | 'textBox' | 'drawing' = 'drawing';
  for (const { name } of everyElement(element)) {
    if (name === 'wps:txbx' || name === 'v:textbox' || name === 'w:txbxContent') return 'textBox';
    if (name === 'c:chart') return 'chart';
    if (name === 'pic:pic' || name === 'v:imagedata') kind = 'image';
  }
  return kind;
}
