import { clausesOf } from '../../domain/text/clauses';
import type { DocumentJson } from '../../domain/text/document-json';
import { oneOf, type Random } from '../sync/tests/random';
import { textOf } from './texts';

/** Words of meaning (NP13) that a delegation may put in. */
export const OF_MEANING = [
  'not',
  'shall',
  'should',
  'may',
  '2031',
  'seven',
  '3 May 2030',
  'Viet Nam',
  'Lao PDR',
];

export const STATEMENT = textOf(
  ['title', 'Statement on an Agile Civil Service'],
  ['preambular', 'RECALLING the meeting of Thailand and Viet Nam in Chiang Rai,'],
  ['operative', 'AGREE that members should move the civil service forward;'],
  ['operative', 'TRAIN one thousand civil servants by 3 May 2029 in digital skills;'],
  ['operative', 'SHARE good practises among the resource centres of Lao PDR;'],
  ['operative', 'PROTECT personal data that authorities shall not sell;'],
  ['operative', 'REQUEST the Secretariat to report.'],
);

/** Words put in after a word of a clause, at its end where nothing else may be hit; sometimes in place of one. */
export function withPut(
  random: Random,
  clause: DocumentJson | null,
  put: string,
  atEnd: boolean,
): DocumentJson {
  const json = JSON.parse(JSON.stringify(clause ?? { type: 'doc' })) as DocumentJson;
  const leaves: { text?: string }[] = [];
  JSON.stringify(json, (_key, value) => {
    if (value?.type === 'text') leaves.push(value);
    return value;
  });
  const leaf = atEnd ? leaves.at(-1) : oneOf(random, leaves);
  if (leaf === undefined) return json;
  const words = (leaf.text ?? '').split(' ');
  const at = atEnd ? words.length : Math.floor(random() * (words.length + 1));
  const gone = atEnd || random() < 0.5 ? 0 : 1;
  leaf.text = words.toSpliced(at, gone, put).join(' ');
  return json;
}

/** A new clause, with an id that no clause of the text ever had. */
export function added(sign: string): DocumentJson {
  const content = [{ type: 'text', text: `ADD ${sign};` }];
  return { type: 'doc', content: [{ type: 'operative', attrs: { id: `c_${sign}`, level: 1 }, content }] };
}

export function idsOf(text: DocumentJson): string[] {
  return clausesOf(text).flatMap(({ id }) => (id === null ? [] : [id]));
}
