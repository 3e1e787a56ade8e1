import { Allowance } from './allowance';
import { Offences } from './offences';

/** Sockets one person may hold at once: a tab or two for each document of a meeting, on each of their devices. */
export const MOST_SOCKETS = 200;
const ENTRIES = { most: 400, perSecond: 10 };
const MEBIBYTE = 1024 * 1024;
/** What as many sockets ask when they are opened, for the text and for presence. */
const QUESTIONS = { most: 2 * ENTRIES.most, perSecond: 2 * ENTRIES.perSecond };
/** The smallest update waits in memory and is looked at like any other. */
const LEAST_BYTES = 64;
const WRITING = { most: 64 * MEBIBYTE, perSecond: MEBIBYTE / 16 };

/** What one person may ask of the server, over all their sockets and documents (SY28). */
class Person {
  sockets = 0;
  readonly offences = new Offences();
  readonly entries = new Allowance(ENTRIES.most, ENTRIES.perSecond);
  readonly questions = new Allowance(QUESTIONS.most, QUESTIONS.perSecond);
  /** In bytes of updates. */
  readonly writing = new Allowance(WRITING.most, WRITING.perSecond);
}

/** Everybody who has been here since the server started: one small entry for each. */
export class People {
  private readonly people = new Map<string, Person>();

  /** Counts one more socket of a person; false, and not counted, where they hold or open too many. */
  comesIn(userId: string): boolean {
    const person = this.of(userId);
    if (person.sockets >= MOST_SOCKETS || !person.entries.take()) return false;
    person.sockets += 1;
    return true;
  }

  leaves(userId: string): void {
    this.of(userId).sockets -= 1;
  }

  /** Whether a person may send an update of so many bytes now. */
  mayWrite(userId: string, bytes: number): boolean {
    return this.of(userId).writing.take(Math.max(LEAST_BYTES, bytes));
  }

  /** Whether a person may ask for a text or for presence now. */
  mayAsk(userId: string): boolean {
    return this.of(userId).questions.take();
  }

  offencesOf(userId: string): Offences {
    return this.of(userId).offences;
  }

  private of(userId: string): Person {
    const person = this.people.get(userId) ?? new Person();
    this.people.set(userId, person);
    return person;
  }
}
