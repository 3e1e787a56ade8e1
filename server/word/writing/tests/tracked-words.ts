import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';

/**
 * What is tracked in a file, each entry as "author inserted|deleted in body|notes" and all of its words in reading order,
 * spaces left out. Programs cut one change into several runs, or join several; the words stay.
 */
export type TrackedWords = Readonly<Record<string, string>>;

type Fate = 'inserted' | 'deleted';

const FATES: Readonly<Record<string, Fate>> = {
  'w:ins': 'inserted',
  'w:moveTo': 'inserted',
  'w:del': 'deleted',
  'w:moveFrom': 'deleted',
};

/** What our own file says. */
export function trackedInFile(file: Uint8Array): TrackedWords {
  const words = new Collected();
  const parts = unzipSync(file);
  for (const [part, place] of [
    ['word/document.xml', 'body'],
    ['word/footnotes.xml', 'notes'],
  ] as const) {
    const open: { fate: Fate; author: string }[] = [];
    let inWords = false;
    read(strFromU8(parts[part] ?? new Uint8Array()), {
      opened: (name, attrs) => {
        const fate = FATES[name];
        if (fate !== undefined) open.push({ fate, author: attrs['w:author'] ?? '' });
        inWords = name === 'w:t' || name === 'w:delText';
      },
      closed: (name) => {
        inWords = false;
        if (FATES[name] !== undefined) open.pop();
      },
      text: (text) => {
        const change = open.at(-1);
        if (inWords && change !== undefined) words.add(change.author, change.fate, place, text);
      },
    });
  }
  return words.sorted();
}

/** What LibreOffice says, saved as flat XML: regions named at the top, and where each begins and ends in the text. */
export function trackedInOffice(xml: string): TrackedWords {
  const words = new Collected();
  const regions = new Map<string, { fate: Fate | null; author: string }>();
  const open: Set<string>[] = [new Set()];
  let region = '';
  let inCreator = false;
  let isListing = false;
  let isCitation = false;
  read(xml, {
    opened: (name, attrs) => {
      const id = attrs['text:change-id'] ?? '';
      if (name === 'text:tracked-changes') isListing = true;
      else if (name === 'text:changed-region') {
        region = attrs['text:id'] ?? '';
        regions.set(region, { fate: null, author: '' });
      } else if (isListing && (name === 'text:insertion' || name === 'text:deletion')) {
        regions.set(region, { fate: name === 'text:insertion' ? 'inserted' : 'deleted', author: '' });
      } else if (name === 'text:change-start') open.at(-1)?.add(id);
      else if (name === 'text:change-end') open.at(-1)?.delete(id);
      else if (name === 'text:note') open.push(new Set());
      inCreator = name === 'dc:creator';
      if (name === 'text:note-citation') isCitation = true;
    },
    closed: (name) => {
      inCreator = false;
      if (name === 'text:tracked-changes') isListing = false;
      if (name === 'text:note') open.pop();
      if (name === 'text:note-citation') isCitation = false;
    },
    text: (text) => {
      const known = regions.get(region);
      if (isListing && inCreator && known !== undefined)
        regions.set(region, { ...known, author: known.author + text });
      if (isListing || isCitation) return;
      for (const id of open.at(-1) ?? []) {
        const { fate, author } = regions.get(id) ?? { fate: null, author: '' };
        if (fate !== null) words.add(author, fate, open.length > 1 ? 'notes' : 'body', text);
      }
    },
  });
  return words.sorted();
}

/** White space, and the sign that LibreOffice puts into an empty row that came or went (U+200D). */
const IGNORED = /[\s\u00A0\u200B\uFFFD]|\u200D/gu;

class Collected {
  private readonly words = new Map<string, string>();

  add(author: string, fate: Fate, place: 'body' | 'notes', text: string): void {
    const plain = text.replace(IGNORED, '');
    if (plain === '') return;
    const key = `${author} ${fate} in ${place}`;
    this.words.set(key, (this.words.get(key) ?? '') + plain);
  }

  sorted(): TrackedWords {
    return Object.fromEntries([...this.words].sort(([a], [b]) => (a < b ? -1 : 1)));
  }
}

function read(
  xml: string,
  on: {
    opened: (name: string, attrs: Readonly<Record<string, string>>) => void;
    closed: (name: string) => void;
    text: (text: string) => void;
  },
): void {
  if (xml === '') return;
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => on.opened(name, attributes as Record<string, string>));
  parser.on('closetag', ({ name }) => on.closed(name));
  parser.on('text', on.text);
  parser.write(xml).close();
}
