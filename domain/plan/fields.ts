import { accept, type Outcome, refuse } from '../refusal';
import { cleanLine } from '../text/clean-line';
import { isAmount, readAmount } from './amounts';
import type { ActivityCells } from './matrix';
import { isMonth, readMonth } from './months';
import { ACTIVITY_STATUSES, type ActivityStatus } from './statuses';

export type FieldName = keyof ActivityCells;

/** What words can name: the plan's results, countries, statuses and the plan before. First names are said, all are read. */
export interface FieldContext {
  readonly results: readonly { readonly id: string; readonly code: string }[];
  readonly countries: readonly { readonly code: string; readonly names: readonly string[] }[];
  readonly statuses: readonly { readonly status: ActivityStatus; readonly names: readonly string[] }[];
  /** Activities of the plan before, which rows may carry on. */
  readonly predecessors: readonly { readonly id: string; readonly code: string }[];
}

/**
 * A column of the matrix. The grid, what is pasted into it and files that come in read words by `read`; whatever
 * reaches the database passes `check`, which hands back the value in its settled form.
 */
export interface Field<T> {
  readonly kind: 'line' | 'result' | 'countries' | 'month' | 'amount' | 'status' | 'predecessor';
  /** The most characters of a line. */
  readonly longest?: number;
  read(words: string, context: FieldContext): Outcome<T>;
  check(value: T): Outcome<T>;
  /** Words that `read` reads back. */
  say(value: T, context: FieldContext): string;
}

export const FIELDS: { readonly [K in FieldName]: Field<ActivityCells[K]> } = {
  resultId: {
    kind: 'result',
    read: (words, { results }) => {
      const code = folded(words);
      if (code === '') return refuse('PL4', { field: 'resultId' });
      const found = results.find((result) => folded(result.code) === code);
      return found === undefined
        ? refuse('PL13', { value: shown(words), field: 'resultId' })
        : accept(found.id);
    },
    check: (value) => (value === '' ? refuse('PL4', { field: 'resultId' }) : accept(value)),
    say: (value, { results }) => results.find(({ id }) => id === value)?.code ?? '',
  },
  code: line('code', 40, { required: true }),
  title: line('title', 300, { required: true }),
  leads: countries('leads'),
  coLeads: countries('coLeads'),
  partners: line('partners', 300),
  plannedFrom: month('plannedFrom'),
  plannedTo: month('plannedTo'),
  revisedFrom: month('revisedFrom'),
  revisedTo: month('revisedTo'),
  budget: {
    kind: 'amount',
    read: (words) => {
      const amount = readAmount(words);
      return amount === undefined ? refuse('PL11', { value: shown(words), field: 'budget' }) : accept(amount);
    },
    check: (value) =>
      value === null || isAmount(value)
        ? accept(value)
        : refuse('PL11', { value: String(value), field: 'budget' }),
    say: (value) => (value === null ? '' : String(value)),
  },
  currency: {
    kind: 'line',
    longest: 3,
    read: (words) => {
      const code = cleanLine(words).toUpperCase();
      return FIELDS.currency.check(code === '' ? 'USD' : code);
    },
    check: (value) =>
      /^[A-Z]{3}$/.test(value) ? accept(value) : refuse('PL12', { value: shown(value), field: 'currency' }),
    say: (value) => value,
  },
  budgetSource: line('budgetSource', 120),
  status: {
    kind: 'status',
    read: (words, { statuses }) => {
      const name = folded(words);
      if (name === '') return refuse('PL4', { field: 'status' });
      const found = statuses.find(
        ({ status, names }) => folded(status) === name || names.some((known) => folded(known) === name),
      );
      return found === undefined
        ? refuse('PL7', { value: shown(words), field: 'status' })
        : accept(found.status);
    },
    check: (value) =>
      ACTIVITY_STATUSES.includes(value)
        ? accept(value)
        : refuse('PL7', { value: shown(value), field: 'status' }),
    say: (value, { statuses }) => statuses.find(({ status }) => status === value)?.names[0] ?? value,
  },
  statusReason: line('statusReason', 500),
  carriedFromId: {
    kind: 'predecessor',
    read: (words, { predecessors }) => {
      const code = folded(words);
      if (code === '') return accept(null);
      const found = predecessors.find((activity) => folded(activity.code) === code);
      return found === undefined
        ? refuse('PL23', { value: shown(words), field: 'carriedFromId' })
        : accept(found.id);
    },
    check: (value) => accept(value === '' ? null : value),
    say: (value, { predecessors }) => predecessors.find(({ id }) => id === value)?.code ?? '',
  },
};

/** The columns in the order of the matrix. */
export const FIELD_NAMES = Object.keys(FIELDS) as readonly FieldName[];

/** Reads one cell by the name of its column. */
export function readCell(
  name: FieldName,
  words: string,
  context: FieldContext,
): Outcome<ActivityCells[FieldName]> {
  return FIELDS[name].read(words, context);
}

/** PL4, PL7, PL11–PL14: the value in its settled form. */
export function checkCell<K extends FieldName>(name: K, value: ActivityCells[K]): Outcome<ActivityCells[K]> {
  const field: Field<ActivityCells[K]> = FIELDS[name];
  return field.check(value);
}

export function sayCell<K extends FieldName>(
  name: K,
  value: ActivityCells[K],
  context: FieldContext,
): string {
  const field: Field<ActivityCells[K]> = FIELDS[name];
  return field.say(value, context);
}

/** A value as the record of changes keeps it: of no language. */
export function recordedCell(value: ActivityCells[FieldName]): string {
  if (value === null) return '';
  return Array.isArray(value) ? value.join(' ') : String(value);
}

function line(field: FieldName, longest: number, options: { required?: boolean } = {}): Field<string> {
  const check = (value: string): Outcome<string> => {
    const clean = cleanLine(value);
    if (clean === '' && options.required === true) return refuse('PL4', { field });
    return clean.length > longest ? refuse('PL14', { most: longest, field }) : accept(clean);
  };
  return { kind: 'line', longest, read: check, check, say: (value) => value };
}

function month(field: FieldName): Field<string | null> {
  return {
    kind: 'month',
    read: (words) => {
      if (cleanLine(words) === '') return accept(null);
      const value = readMonth(cleanLine(words));
      return value === null ? refuse('PL5', { value: shown(words), field }) : accept(value);
    },
    check: (value) => {
      if (value === null || value === '') return accept(null);
      return isMonth(value) ? accept(value) : refuse('PL5', { value: shown(value), field });
    },
    say: (value) => value ?? '',
  };
}

function countries(field: 'leads' | 'coLeads'): Field<readonly string[]> {
  return {
    kind: 'countries',
    read: (words, context) => {
      const codes: string[] = [];
      for (const name of words.split(/[,;/\n]|\s{2,}/)) {
        if (folded(name) === '') continue;
        const code = countryNamed(name, context);
        if (code === null) return refuse('PL9', { delegations: shown(name), field });
        codes.push(code);
      }
      return accept([...new Set(codes)]);
    },
    check: (value) => accept([...new Set(value)]),
    say: (value, context) =>
      value
        .map((code) => context.countries.find((country) => country.code === code)?.names[0] ?? code)
        .join(', '),
  };
}

function countryNamed(name: string, context: FieldContext): string | null {
  const wanted = folded(name);
  const found = context.countries.find(
    ({ code, names }) => folded(code) === wanted || names.some((known) => folded(known) === wanted),
  );
  return found?.code ?? null;
}

function folded(words: string): string {
  return cleanLine(words).toLowerCase();
}

/** Enough of what was typed to know it again in a sentence. */
function shown(words: string): string {
  const clean = cleanLine(words);
  return clean.length > 60 ? `${clean.slice(0, 60)}…` : clean;
}
