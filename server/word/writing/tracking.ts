/** Who made the changes, in a file's words. */
export interface AuthorNames {
  /** Names by the redline's authors (country codes); null where one name stands for everybody. */
  readonly names: Readonly<Record<string, string>> | null;
  /** Stands for every change whose author is not known, or is not to be named. */
  readonly neutral: string;
}

/**
 * Ids, names and the date of tracked changes. Ids are unique over the whole file, whatever bears them: changes,
 * comments, bookmarks, ranges.
 */
export class Tracker {
  private ids = 0;
  private readonly authors: AuthorNames;
  private readonly date: string;

  /** `at` is an ISO instant; a file says it in UTC, to the second. */
  constructor(authors: AuthorNames, at: string) {
    this.authors = authors;
    this.date = toSeconds(at);
  }

  nextId(): number {
    this.ids += 1;
    return this.ids;
  }

  /** The attributes of a tracked change. */
  stamp(author?: string | undefined): Readonly<Record<string, string | number>> {
    return { 'w:id': this.nextId(), 'w:author': this.nameOf(author), 'w:date': this.date };
  }

  nameOf(author: string | undefined): string {
    return (author === undefined ? undefined : this.authors.names?.[author]) ?? this.authors.neutral;
  }
}

export function toSeconds(instant: string): string {
  return `${new Date(instant).toISOString().slice(0, 19)}Z`;
}
