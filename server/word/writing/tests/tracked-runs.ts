import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';

/**
 * How many changes a file tracks, each entry as "author inserted|deleted|reshaped in body|notes". Programs cut one
 * change into several elements, or join several: what is counted is the longest stretches of one author and fate, of
 * words, spaces, footnotes and paragraph marks in reading order; a cell or a footnote ends a stretch. Beside them, by
 * author: paragraphs whose form changed, and both ends of moves.
 */
export type TrackedRuns = Readonly<Record<string, number>>;

type Attrs = Readonly<Record<string, string>>;

/** One stretch of reading order: the body between two borders, or a footnote. */
class Stretch {
  private last: string | null = null;
  private lastForm: string | null = null;
  private readonly counts: Map<string, number>;
  private readonly place: string;

  constructor(counts: Map<string, number>, place: string) {
    this.counts = counts;
    this.place = place;
  }

  /** Words, or a space. */
  unit(change: string | null, form: string | null): void {
    if (change !== null && change !== this.last) this.count(change);
    if (form !== null && form !== this.lastForm) this.count(form);
    this.last = change;
    this.lastForm = form;
  }

  /** A paragraph mark or the sign of a footnote: LibreOffice (7.4) forgets that the form of such a sign changed. */
  sign(change: string | null): void {
    const form = this.lastForm;
    this.unit(change, null);
    this.lastForm = form;
  }

  border(): void {
    this.last = null;
    this.lastForm = null;
  }

  private count(what: string): void {
    const key = `${what} in ${this.place}`;
    this.counts.set(key, (this.counts.get(key) ?? 0) + 1);
  }
}

const FATES: Readonly<Record<string, string>> = {
  'w:ins': 'inserted',
  'w:moveTo': 'inserted',
  'w:del': 'deleted',
  'w:moveFrom': 'deleted',
};

export function runsInFile(file: Uint8Array): TrackedRuns {
  const counts = new Map<string, number>();
  const add = (key: string) => counts.set(key, (counts.get(key) ?? 0) + 1);
  const parts = unzipSync(file);
  for (const [part, place] of [
    ['word/document.xml', 'body'],
    ['word/footnotes.xml', 'notes'],
  ] as const) {
    const stretch = new Stretch(counts, place);
    const path: string[] = [];
    let change: string | null = null;
    let form: string | null = null;
    let mark: string | null = null;
    read(strFromU8(parts[part] ?? new Uint8Array()), {
      opened: (name, attrs) => {
        const author = attrs['w:author'] ?? '';
        const fate = FATES[name];
        const parent = path.at(-1);
        path.push(name);
        if (name === 'w:p') mark = null;
        if (fate !== undefined && parent === 'w:rPr') mark = `${author} ${fate}`;
        else if (fate !== undefined && parent !== 'w:trPr') change = `${author} ${fate}`;
        if (name === 'w:rPrChange') form = `${author} reshaped`;
        if (name === 'w:pPrChange') add(`${author} paragraphs reshaped`);
        if (name === 'w:moveFromRangeStart') add('moves away');
        if (name === 'w:moveToRangeStart') add('moves here');
        if (name === 'w:tab' || name === 'w:br') stretch.unit(change, form);
        if (name === 'w:footnoteReference') stretch.sign(change);
      },
      closed: (name) => {
        path.pop();
        if (FATES[name] !== undefined && path.at(-1) !== 'w:rPr') change = null;
        if (name === 'w:r') form = null;
        if (name === 'w:p') stretch.sign(mark);
        if (name === 'w:tc' || name === 'w:footnote' || name === 'w:tbl') stretch.border();
      },
      text: (text) => {
        const parent = path.at(-1);
        if ((parent === 'w:t' || parent === 'w:delText') && text !== '') stretch.unit(change, form);
      },
    });
  }
  return sorted(counts);
}

const BLOCKS = new Set(['text:p', 'text:h']);

/**
 * LibreOffice's flat XML. A paragraph of another form is to it as many regions as its words are cut into by what came and
 * went between them: here it is one.
 */
export function runsInOffice(xml: string): TrackedRuns {
  const counts = new Map<string, number>();
  const add = (key: string) => counts.set(key, (counts.get(key) ?? 0) + 1);
  const regions = new Map<string, { kind: string; author: string }>();
  /** Of the body, and of the footnote in it. */
  const open: { readonly ids: Set<string>; readonly stretch: Stretch }[] = [
    { ids: new Set(), stretch: new Stretch(counts, 'body') },
  ];
  const path: string[] = [];
  let region = { kind: '', author: '' };
  let isText = false;
  let reshaped: string | null = null;
  const of = (kinds: readonly string[]): string | null => {
    for (const id of open.at(-1)?.ids ?? []) {
      const known = regions.get(id);
      if (known !== undefined && kinds.includes(known.kind)) return `${known.author} ${known.kind}`;
    }
    return null;
  };
  const unit = () => {
    open.at(-1)?.stretch.unit(of(['inserted', 'deleted']), of(['reshaped']));
    reshaped ??= of(['paragraphs reshaped']);
  };
  read(xml, {
    opened: (name, attrs) => {
      path.push(name);
      if (name === 'office:text') isText = true;
      if (!isText) return;
      const id = attrs['text:change-id'] ?? '';
      if (name === 'text:changed-region') {
        region = { kind: '', author: '' };
        regions.set(attrs['text:id'] ?? '', region);
      } else if (path.at(-2) === 'text:changed-region') region.kind = KINDS[name] ?? name;
      else if (name === 'text:change-start') {
        open.at(-1)?.ids.add(id);
      } else if (name === 'text:change-end') open.at(-1)?.ids.delete(id);
      else if (name === 'text:note') {
        open.at(-1)?.stretch.sign(of(['inserted', 'deleted']));
        open.push({ ids: new Set(), stretch: new Stretch(counts, 'notes') });
      } else if (name === 'text:s' || name === 'text:tab' || name === 'text:line-break') unit();
      else if (name === 'text:bookmark-start') {
        const bookmark = attrs['text:name'] ?? '';
        if (bookmark.startsWith('__RefMoveFrom__')) add('moves away');
        if (bookmark.startsWith('__RefMoveTo__')) add('moves here');
      }
    },
    closed: (name) => {
      path.pop();
      if (name === 'office:text') isText = false;
      if (!isText) return;
      if (BLOCKS.has(name)) {
        open.at(-1)?.stretch.sign(of(['inserted', 'deleted']));
        if (reshaped !== null && open.length === 1) {
          add(reshaped);
          reshaped = null;
        }
      }
      if (name === 'text:note') open.pop();
      if (name === 'table:table-cell' || name === 'table:table') open.at(-1)?.stretch.border();
    },
    text: (text) => {
      if (!isText) return;
      if (path.at(-1) === 'dc:creator') region.author += text;
      const block = path.findLast((name) => BLOCKS.has(name) || name.startsWith('text:note'));
      if (block !== undefined && BLOCKS.has(block) && text !== '') unit();
    },
  });
  return sorted(counts);
}

const KINDS: Readonly<Record<string, string>> = {
  'text:insertion': 'inserted',
  'text:deletion': 'deleted',
  'text:format-change': 'reshaped',
  // LibreOffice's own word for a change of a paragraph's form, of which the format it saves in has none.
  'text:UnknownChange': 'paragraphs reshaped',
};

function sorted(counts: ReadonlyMap<string, number>): TrackedRuns {
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function read(
  xml: string,
  on: {
    opened: (name: string, attrs: Attrs) => void;
    closed: (name: string) => void;
    text: (text: string) => void;
  },
): void {
  if (xml === '') return;
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => on.opened(name, attributes as Attrs));
  parser.on('closetag', ({ name }) => on.closed(name));
  parser.on('text', on.text);
  parser.write(xml).close();
}

/** Table rows that came or went, as "author inserted|deleted rows". */
export function trackedRows(file: Uint8Array): TrackedRuns {
  const counts = new Map<string, number>();
  let parent = '';
  read(strFromU8(unzipSync(file)['word/document.xml'] ?? new Uint8Array()), {
    opened: (name, attrs) => {
      const fate = FATES[name];
      if (fate !== undefined && parent === 'w:trPr') {
        const key = `${attrs['w:author'] ?? ''} ${fate} rows`;
        counts.set(key, (counts.get(key) ?? 0) + 1);
      }
      if (name === 'w:trPr') parent = name;
    },
    closed: (name) => {
      if (name === 'w:trPr') parent = '';
    },
    text: () => undefined,
  });
  return sorted(counts);
}
