import { SaxesParser } from 'saxes';

/**
 * The order in which the standard (ECMA-376, transitional) lists what may stand in an element, for the elements
 * that we write ourselves. The schema itself is not ours to hand on: this is what it would complain about first.
 */
const SEQUENCES: Readonly<Record<string, readonly string[]>> = {
  'w:p': ['w:pPr', '*'],
  'w:r': ['w:rPr', '*'],
  'w:pPr': [
    'w:pStyle',
    'w:keepNext',
    'w:pageBreakBefore',
    'w:numPr',
    'w:tabs',
    'w:spacing',
    'w:ind',
    'w:jc',
    'w:outlineLvl',
    'w:rPr',
    'w:pPrChange',
  ],
  'w:numPr': ['w:ilvl', 'w:numId'],
  'w:pPrChange': ['w:pPr'],
  'w:rPrChange': ['w:rPr'],
  'w:rPr': [
    'w:ins',
    'w:del',
    'w:moveFrom',
    'w:moveTo',
    'w:rStyle',
    'w:rFonts',
    'w:b',
    'w:bCs',
    'w:i',
    'w:iCs',
    'w:color',
    'w:sz',
    'w:szCs',
    'w:u',
    'w:vertAlign',
    'w:lang',
    'w:rPrChange',
  ],
  'w:tbl': ['w:tblPr', 'w:tblGrid', 'w:tr'],
  'w:tblPr': ['w:tblStyle', 'w:tblW', 'w:tblBorders', 'w:tblLayout', 'w:tblCellMar'],
  'w:tr': ['w:trPr', 'w:tc'],
  'w:trPr': ['w:cantSplit', 'w:tblHeader', 'w:ins', 'w:del'],
  'w:tc': ['w:tcPr', '*'],
  'w:tblGrid': ['w:gridCol', 'w:tblGridChange'],
  'w:tblGridChange': ['w:tblGrid'],
  'w:tcPr': ['w:tcW', 'w:gridSpan', 'w:vMerge', 'w:shd', 'w:tcPrChange'],
  'w:tcPrChange': ['w:tcPr'],
  'w:lvl': ['w:start', 'w:numFmt', 'w:suff', 'w:lvlText', 'w:lvlJc', 'w:pPr'],
  'w:style': ['w:name', 'w:basedOn', 'w:next', 'w:qFormat', 'w:pPr', 'w:rPr', 'w:tblPr'],
  'w:numbering': ['w:abstractNum', 'w:num'],
};

/** Children out of order or unknown, tables and cells that do not end as Word wants them. Well-formedness is checked too. */
export function orderFaults(xml: string): string[] {
  const faults: string[] = [];
  const open: { readonly name: string; last: number; lastChild: string }[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name }) => {
    const parent = open.at(-1);
    if (parent !== undefined) {
      const sequence = SEQUENCES[parent.name];
      const known = sequence?.indexOf(name) ?? 0;
      const place = known < 0 ? (sequence?.indexOf('*') ?? -1) : known;
      if (sequence !== undefined && place < 0) faults.push(`${name} in ${parent.name}`);
      else if (sequence !== undefined && place < parent.last) faults.push(`${name} late in ${parent.name}`);
      parent.last = Math.max(parent.last, place);
      parent.lastChild = name;
    }
    open.push({ name, last: -1, lastChild: '' });
  });
  parser.on('closetag', ({ name }) => {
    const closed = open.pop();
    if (name === 'w:tc' && closed?.lastChild !== 'w:p') faults.push('a cell ends without a paragraph');
    if (name === 'w:tr' && closed?.lastChild !== 'w:tc') faults.push('a row without a cell');
  });
  parser.write(xml).close();
  return faults;
}

/** Values of `w:id` of everything that shares one space of ids: changes, ranges, bookmarks, comments. */
export function annotationIds(xml: string): string[] {
  const opened =
    /<w:(?:ins|del|moveFrom|moveTo|moveFromRangeStart|moveToRangeStart|rPrChange|pPrChange|bookmarkStart|commentRangeStart) [^>]*?w:id="(\d+)"/g;
  return [...xml.matchAll(opened)].map((match) => match[1] ?? '');
}
