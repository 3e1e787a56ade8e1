import canonicalize from 'canonicalize';
import { digestText } from '../text/digest';
import type { Trace } from './trace';

/**
 * Name and version of the form in which a matrix is frozen. Since 2 a source says how it came to a clause for which it
 * was not named.
 */
export const MATRIX_FORM = 'mufakat-sources-2';

export interface MatrixHead {
  readonly documentId: string;
  readonly symbol: string;
  /** Hash of the text whose clauses these are. */
  readonly textHash: string;
}

/** From where to where, whole: names and words are in it, so that it can be read without the database. */
export interface SourceMatrix extends MatrixHead, Trace {
  readonly form: typeof MATRIX_FORM | 'mufakat-sources-1';
}

export function matrixOf(head: MatrixHead, { clauses, inputs, gone }: Trace): SourceMatrix {
  return { form: MATRIX_FORM, ...head, clauses, inputs, gone };
}

/** BS2: canonical JSON (RFC 8785) and its SHA-256: the same matrix has the same hash on every machine. */
export function sealedMatrix(matrix: SourceMatrix): { readonly json: string; readonly hash: string } {
  const json = canonicalize(matrix) ?? '';
  return { json, hash: digestText(json) };
}

/** The matrix as rows of a table: for each clause its sources, input by input; then inputs that have no clause. */
export function matrixRows({ clauses, inputs }: Trace): string[][] {
  const byId = new Map(inputs.map((input) => [input.id, input]));
  const rows: string[][] = [];
  for (const { citation, opening, sources } of clauses) {
    if (sources.length === 0) rows.push([citation, opening, '', '', '', '', '', '', '']);
    for (const { relation, reason, cluster, inputIds, via, isCarried } of sources) {
      const came = [via?.how, isCarried === true ? 'carried' : undefined].filter(Boolean).join(' ');
      for (const id of inputIds.length === 0 ? [''] : inputIds) {
        const input = byId.get(id);
        const became = [input?.country ?? '', input?.words ?? '', input?.outcome ?? ''];
        const why = reason === '' ? (input?.reason ?? '') : reason;
        rows.push([citation, opening, relation, cluster?.title ?? '', ...became, why, came]);
      }
    }
  }
  for (const { clauseIds, country, words, outcome, reason } of inputs) {
    if (clauseIds.length === 0) rows.push(['', '', '', '', country, words, outcome ?? '', reason, '']);
  }
  return rows;
}
