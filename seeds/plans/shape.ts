import type { ActivityCells } from '../../domain/plan/matrix';
import type { ActivityStatus } from '../../domain/plan/statuses';

/** An outcome of an area with its outputs, each with the codes of the activities that serve it. */
export interface SeedOutcome {
  readonly code: string;
  readonly title: string;
  readonly titleThai: string;
  readonly outputs: readonly (readonly [
    code: string,
    title: string,
    titleThai: string,
    activities: string,
  ])[];
}

export interface SeedArea {
  readonly code: string;
  readonly title: string;
  readonly titleThai: string;
  readonly outcomes: readonly SeedOutcome[];
}

/**
 * A row of a matrix: code, title, leads, co-leads, partners, planned months, budget in US dollars (null: not known),
 * its source, status, and why.
 */
export type SeedRow = readonly [
  code: string,
  title: string,
  leads: string,
  coLeads: string,
  partners: string,
  planned: string,
  budget: number | null,
  source: string,
  status: ActivityStatus,
  reason?: string,
  /** Revised months, where they are others than planned. */
  revised?: string,
];

/** "2016-03 2017-06" as first and last month. */
function months(span: string | undefined): readonly [string | null, string | null] {
  const [from, to] = (span ?? '').split(' ');
  return [from === undefined || from === '' ? null : from, to ?? null];
}

/** The cells of a row, but for the output it serves. */
export function cellsOf(row: SeedRow): Omit<ActivityCells, 'resultId' | 'carriedFromId'> {
  const [code, title, leads, coLeads, partners, planned, budget, budgetSource, status, reason, revised] = row;
  const [plannedFrom, plannedTo] = months(planned);
  const [revisedFrom, revisedTo] = months(revised);
  const codes = (list: string) => (list === '' ? [] : list.split(' '));
  return {
    code,
    title,
    leads: codes(leads),
    coLeads: codes(coLeads),
    partners,
    plannedFrom,
    plannedTo,
    revisedFrom,
    revisedTo,
    budget,
    currency: 'USD',
    budgetSource,
    status,
    statusReason: reason ?? '',
  };
}
