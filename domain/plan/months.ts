const ENGLISH = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const THAI = ['มค', 'กพ', 'มีค', 'เมย', 'พค', 'มิย', 'กค', 'สค', 'กย', 'ตค', 'พย', 'ธค'];
const THAI_LONG = [
  'มกราคม',
  'กุมภาพันธ์',
  'มีนาคม',
  'เมษายน',
  'พฤษภาคม',
  'มิถุนายน',
  'กรกฎาคม',
  'สิงหาคม',
  'กันยายน',
  'ตุลาคม',
  'พฤศจิกายน',
  'ธันวาคม',
];

/** Whether it is a month as the model keeps it, YYYY-MM. */
export function isMonth(value: string): boolean {
  return /^(19|20|21)\d\d-(0[1-9]|1[0-2])$/.test(value);
}

/** 2019-03 as a number of months, for distances; month 0 is January of year 0. */
export function monthNumber(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
}

/**
 * A month from the words in which people and spreadsheets write it: 2019-03, 2019-03-01, 03/2019, Mar 2019, Mar-19,
 * มี.ค. 2562. Years of the Buddhist era are reckoned back. Null where it is none of these.
 */
export function readMonth(words: string): string | null {
  const line = words.trim().toLowerCase();
  const yearFirst = /^(\d{4})[-/.](\d{1,2})(?:[-/.]\d{1,2})?(?:[t ].*)?$/.exec(line);
  if (yearFirst !== null) return composed(Number(yearFirst[1]), Number(yearFirst[2]));
  const monthFirst = /^(\d{1,2})[-/.](\d{4})$/.exec(line);
  if (monthFirst !== null) return composed(Number(monthFirst[2]), Number(monthFirst[1]));
  const named = /^([\p{L}\p{M}. ]+?)[-/ ,.]*(\d{4}|\d{2})$/u.exec(line);
  if (named === null) return null;
  const year = Number(named[2]);
  return composed(year < 100 ? 2000 + year : year, numberOf(named[1] ?? ''));
}

function numberOf(name: string): number {
  const plain = name.replace(/[. ]/g, '');
  const thai = THAI.indexOf(plain);
  if (thai >= 0) return thai + 1;
  const long = THAI_LONG.indexOf(plain);
  if (long >= 0) return long + 1;
  if (!/^[a-z]{3,9}$/.test(plain)) return 0;
  return ENGLISH.indexOf(plain.slice(0, 3)) + 1;
}

const BUDDHIST_ERA = 543;

function composed(year: number, month: number): string | null {
  const value = `${year > 2400 ? year - BUDDHIST_ERA : year}-${String(month).padStart(2, '0')}`;
  return isMonth(value) ? value : null;
}
