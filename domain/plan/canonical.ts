import canonicalize from 'canonicalize';
import { digestText } from '../text/digest';
import { type Activity, activitiesInOrder, type Matrix, type Result, resultsInOrder } from './matrix';

/** What a kept matrix says, in the order of the matrix; without the counters of its rows. */
export interface KeptMatrix {
  readonly results: readonly Omit<Result, 'position'>[];
  readonly activities: readonly Omit<Activity, 'position' | 'rev'>[];
}

function keptMatrix({ results, activities }: Matrix): KeptMatrix {
  return {
    results: resultsInOrder(results).map(({ id, level, parentId, code, title, titleThai }) => ({
      id,
      level,
      parentId,
      code,
      title,
      titleThai,
    })),
    activities: activitiesInOrder(results, activities).map((row) => ({
      id: row.id,
      resultId: row.resultId,
      code: row.code,
      title: row.title,
      leads: row.leads,
      coLeads: row.coLeads,
      partners: row.partners,
      plannedFrom: row.plannedFrom,
      plannedTo: row.plannedTo,
      revisedFrom: row.revisedFrom,
      revisedTo: row.revisedTo,
      budget: row.budget,
      currency: row.currency,
      budgetSource: row.budgetSource,
      status: row.status,
      statusReason: row.statusReason,
      carriedFromId: row.carriedFromId,
      clauseId: row.clauseId,
      versionId: row.versionId,
    })),
  };
}

/** PL2: one sequence of bytes for one matrix (RFC 8785), and its SHA-256. */
export function canonicalMatrix(matrix: Matrix): { readonly matrix: string; readonly hash: string } {
  const text = canonicalize(keptMatrix(matrix));
  if (text === undefined) throw new Error('canonicalMatrix: the matrix has no JSON form');
  return { matrix: text, hash: digestText(text) };
}
