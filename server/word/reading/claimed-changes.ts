import type { ClaimedAuthor, ClaimedChange } from '../../../domain/text/tracked-changes';
import { MOST_AUTHORS, MOST_CHANGES } from './limits';
import { RefusedFile } from './refused-file';
import type { XmlElement } from './xml';

const LONGEST_NAME = 100;

/**
 * Gathers the changes of a file. Word cuts one change into many runs: neighbours of one kind and one author are one
 * change here, until words come between that nobody changed. The two ends of a move are one change.
 */
export class ChangeList {
  readonly changes: (ClaimedChange & { lastAt: string | null })[] = [];
  private readonly open = new Map<string, number>();
  private readonly named = new Map<string, number>();
  private readonly authors = new Set<string>();

  /** The number of the change that `element` (`w:ins`, `w:rPrChange` …) belongs to. */
  add(kind: ClaimedChange['kind'], element: XmlElement): number {
    const author = statedName(element.attrs['w:author']);
    const key = `${kind} ${author}`;
    const known = this.open.get(key);
    if (known !== undefined) return this.goOn(known, element);
    const number = this.push(kind, author, element);
    this.open.set(key, number);
    return number;
  }

  /** The number of a move by the name that its two ends share. */
  addMove(name: string, element: XmlElement): number {
    return this.addNamed('move', name, element);
  }

  /** What one author did to the form of one table's cells is one change, whatever stands in them. */
  addCells(table: number, element: XmlElement): number {
    return this.addNamed('format', `${table} ${statedName(element.attrs['w:author'])}`, element);
  }

  private addNamed(kind: ClaimedChange['kind'], name: string, element: XmlElement): number {
    const key = `${kind} ${name}`;
    const known = this.named.get(key);
    if (known !== undefined) return this.goOn(known, element);
    const number = this.push(kind, statedName(element.attrs['w:author']), element);
    this.named.set(key, number);
    return number;
  }

  /** Words that nobody changed stand here: what comes after is another change. */
  interrupt(): void {
    this.open.clear();
  }

  /** A further piece of a change, which may have been written later. */
  private goOn(number: number, element: XmlElement): number {
    const change = this.changes[number];
    const at = statedInstant(element.attrs['w:date']);
    if (change !== undefined && at !== null && (change.lastAt ?? '') < at) change.lastAt = at;
    return number;
  }

  private push(kind: ClaimedChange['kind'], author: string, element: XmlElement): number {
    const number = this.changes.length;
    this.authors.add(author);
    if (number >= MOST_CHANGES || this.authors.size > MOST_AUTHORS) throw new RefusedFile('IM12');
    const at = statedInstant(element.attrs['w:date']);
    this.changes.push({ number, kind, author, at, lastAt: at });
    return number;
  }
}

/** A name as a file states it, on one line, without characters nobody sees. */
export function statedName(name: string | undefined): string {
  return (name ?? '')
    .normalize('NFC')
    .replace(/[\p{Bidi_Control}\u200b\u2060-\u2064\ufeff]/gu, '')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, LONGEST_NAME);
}

/** An instant as a file states it; null where it is none. Word leaves the offset out or writes `Z` for local time. */
export function statedInstant(date: string | undefined): string | null {
  if (date === undefined || !/^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(date)) return null;
  const time = Date.parse(/(Z|[+-]\d\d:\d\d)$/.test(date) ? date : `${date}Z`);
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}

/** The claimed authors of these changes, by name. */
export function claimedAuthors(changes: readonly ClaimedChange[]): ClaimedAuthor[] {
  const byAuthor = new Map<string, ClaimedChange[]>();
  for (const change of changes) {
    const own = byAuthor.get(change.author);
    if (own === undefined) byAuthor.set(change.author, [change]);
    else own.push(change);
  }
  const names = [...byAuthor.keys()].sort();
  return names.map((author) => {
    const own = byAuthor.get(author) ?? [];
    const count = (kind: ClaimedChange['kind']) => own.filter((change) => change.kind === kind).length;
    const instants = own.flatMap(({ at, lastAt }) => [at ?? [], lastAt ?? []].flat()).sort();
    return {
      author,
      insertions: count('insertion'),
      deletions: count('deletion'),
      moves: count('move'),
      formats: count('format'),
      firstAt: instants[0] ?? null,
      lastAt: instants.at(-1) ?? null,
    };
  });
}
