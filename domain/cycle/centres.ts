import { isDay } from '../body/days';
import { accept, type Outcome, refuse } from '../refusal';

/** A theme over days; `to` is the first day it no longer holds, null while it does. */
export interface DatedTheme {
  readonly from: string;
  readonly to: string | null;
}

/** The theme that holds on a day, or null. */
export function themeOn<T extends DatedTheme>(themes: readonly T[], day: string): T | null {
  return themes.find(({ from, to }) => from <= day && (to === null || day < to)) ?? null;
}

/** RC1: a new theme begins on a day after the one that holds now began, and ends that one. */
export function decideTheme(themes: readonly DatedTheme[], from: string): Outcome<true> {
  if (!isDay(from)) return refuse('BO10', { field: 'from' });
  const latest = themes.reduce((last, theme) => (theme.from > last ? theme.from : last), '');
  return from > latest ? accept(true) : refuse('RC1', { day: latest, field: 'from' });
}

/** RC2: the days of a programme are days, in their order; the number of people is a whole number or not known. */
export function checkProgramme(programme: {
  readonly startsOn: string;
  readonly endsOn: string;
  readonly participants: number | null;
}): Outcome<true> {
  if (!isDay(programme.startsOn)) return refuse('BO10', { field: 'startsOn' });
  if (!isDay(programme.endsOn)) return refuse('BO10', { field: 'endsOn' });
  if (programme.endsOn < programme.startsOn) return refuse('BO6', { field: 'endsOn' });
  const { participants } = programme;
  if (
    participants !== null &&
    (!Number.isInteger(participants) || participants < 0 || participants > 1_000_000)
  ) {
    return refuse('RC2', { field: 'participants' });
  }
  return accept(true);
}

export const REPORT_LENGTH = 20_000;

/** RC3: a report is of a year that has begun; what was submitted is not written anew. */
export function decideReport(
  standing: { readonly state: 'drafted' | 'submitted' } | null,
  year: number,
  words: string,
  today: string,
): Outcome<true> {
  if (!Number.isInteger(year) || year < 1980 || year > Number(today.slice(0, 4))) {
    return refuse('RC3', { field: 'year' });
  }
  if (standing?.state === 'submitted') return refuse('RC4', { year, field: 'year' });
  if (words.trim() === '' || words.length > REPORT_LENGTH)
    return refuse('RC5', { most: REPORT_LENGTH, field: 'words' });
  return accept(true);
}
