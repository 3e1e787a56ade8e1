import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { compareTexts } from '../../../domain/redline';
import { clause, doc } from '../../../domain/redline/testing/texts';
import type { Change, Redline } from '../../../domain/redline/types';
import type { DocumentJson, NodeJson } from '../../../domain/text/document-json';
import { redlineFile } from './tests/files';

const NAMES = { ID: 'Indonesia', PH: 'Philippines', TH: 'Thailand' };
const NEUTRAL = 'Rev.1 → Rev.2';
const A = 'AGREE to meet every year in the capital of the Chair;';
const B = 'TASK the officials with a report on the training of trainers;';
const C = 'NOTE the progress of the network of academies;';

/** The document of a redline file in which each change has the author that is said for its kind. */
async function documentXml(
  old: DocumentJson,
  fresh: DocumentJson,
  makers: Partial<Record<Change['kind'], string>>,
): Promise<string> {
  const compared = compareTexts(old, fresh, { houseStyle: 'declaration' });
  const signed = (id: string | undefined) => {
    const kind = compared.changes.find((change) => change.id === id)?.kind;
    return kind === 'formatting' ? makers[kind] : undefined;
  };
  const redline: Redline = {
    ...compared,
    rows: compared.rows.map((row) => ({
      ...row,
      segments: row.segments.map((segment) => {
        const author = signed(segment.change);
        return author === undefined ? segment : { ...segment, author };
      }),
    })),
    changes: compared.changes.map((change) => {
      const author = makers[change.kind];
      return author === undefined ? change : { ...change, author };
    }),
  };
  const file = await redlineFile(old, fresh, { redline, authors: { names: NAMES, neutral: NEUTRAL } });
  return strFromU8(unzipSync(file)['word/document.xml'] ?? new Uint8Array());
}

/** The authors of all elements of one name. */
function authorsOf(xml: string, name: string): string[] {
  return [...xml.matchAll(new RegExp(`<w:${name} [^>]*w:author="([^"]*)"`, 'g'))].map(([, by]) => by ?? '');
}

describe('WO3 what no words tell bears the name of who made it', () => {
  test('both ends of a move', async () => {
    const old = doc(clause('c_1', A), clause('c_2', B), clause('c_3', C));
    const fresh = doc(clause('c_2', B), clause('c_3', C), clause('c_1', A));
    const xml = await documentXml(old, fresh, { moved: 'ID' });
    for (const name of ['moveFrom', 'moveTo', 'moveFromRangeStart', 'moveToRangeStart']) {
      expect(new Set(authorsOf(xml, name)), name).toEqual(new Set(['Indonesia']));
    }
    const neutral = await documentXml(old, fresh, {});
    expect(new Set(authorsOf(neutral, 'moveTo'))).toEqual(new Set([NEUTRAL]));
  });

  test('the mark between the parts of a clause that was split, and between those that were joined', async () => {
    const whole = doc(clause('c_1', `${A} ${B}`), clause('c_3', C));
    const parts = doc(clause('c_1', A), clause('c_2', B), clause('c_3', C));
    expect(authorsOf(await documentXml(whole, parts, { split: 'PH' }), 'ins')).toContain('Philippines');
    expect(authorsOf(await documentXml(parts, whole, { merged: 'TH' }), 'del')).toContain('Thailand');
    expect(authorsOf(await documentXml(parts, whole, {}), 'del')).not.toContain('Thailand');
  });

  test('another kind, and other marks', async () => {
    const bold: NodeJson = {
      ...clause('c_1', A),
      content: [
        { type: 'text', text: A.slice(0, 5), marks: [{ type: 'bold' }] },
        { type: 'text', text: A.slice(5) },
      ],
    };
    const old = doc(clause('c_1', A), clause('c_2', B));
    const fresh = doc(bold, {
      type: 'heading',
      attrs: { id: 'c_2', level: 2 },
      content: [{ type: 'text', text: B }],
    });
    const xml = await documentXml(old, fresh, { structure: 'ID', formatting: 'TH' });
    expect(authorsOf(xml, 'pPrChange')).toEqual(['Indonesia']);
    expect(authorsOf(xml, 'rPrChange')).toEqual(['Thailand']);
  });

  test('an empty row of a table', async () => {
    const row = (id: string, ...texts: string[]): NodeJson => ({
      type: 'tableRow',
      attrs: { id },
      content: texts.map((text) => ({
        type: 'tableCell',
        content: [{ type: 'paragraph', ...(text === '' ? {} : { content: [{ type: 'text', text }] }) }],
      })),
    });
    const table = (...rows: NodeJson[]): NodeJson => ({ type: 'table', attrs: { id: 't_1' }, content: rows });
    const [head, last] = [row('r_1', 'Activity', 'Lead'), row('r_3', 'Training', 'Thailand')];
    const old = doc(clause('c_1', A), table(head, last));
    const fresh = doc(clause('c_1', A), table(head, row('r_2', '', ''), last));
    const xml = await documentXml(old, fresh, { 'clause-inserted': 'PH' });
    expect(/<w:trPr>.*?<w:ins [^>]*w:author="([^"]*)"/.exec(xml)?.[1]).toBe('Philippines');
  });
});
