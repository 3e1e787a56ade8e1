/** A run of neighbouring clocks that one client wrote. */
export type VisitRun = (client: number, clock: number, length: number) => void;

const GC = 0;
const SKIP = 10;
const HAS_ORIGIN = 0x80;
const HAS_RIGHT_ORIGIN = 0x40;
const HAS_PARENT_KEY = 0x20;
/** lib0's kinds of values: some with a body, and undefined, null, false and true without. */
const INTEGER = 125;
const FLOAT_32 = 124;
const FLOAT_64 = 123;
const TEXT = 119;
const EMPTY_VALUES: readonly number[] = [127, 126, 121, 120];
/** Kinds of shared types that carry a name: XmlElement and XmlHook. */
const NAMED_TYPES: readonly number[] = [3, 5];

/**
 * Walks over a Yjs update (v1) and tells which clocks of which clients it brings. A tenth of what
 * `Y.decodeUpdate` costs, so that the driver does not become what is measured; in return it takes all text for
 * ASCII, and throws on content that no workload here sends.
 */
export class RunReader {
  private bytes: Uint8Array = new Uint8Array();
  private at = 0;

  read(update: Uint8Array, visit: VisitRun): void {
    this.bytes = update;
    this.at = 0;
    for (let clients = this.varUint(); clients > 0; clients -= 1) {
      const structs = this.varUint();
      const client = this.varUint();
      let clock = this.varUint();
      for (let index = 0; index < structs; index += 1) {
        const info = this.bytes[this.at++] ?? 0;
        const kind = info & 0x1f;
        if (kind === GC || kind === SKIP) {
          const length = this.varUint();
          if (kind === GC) visit(client, clock, length);
          clock += length;
        } else {
          const length = this.item(info, kind);
          visit(client, clock, length);
          clock += length;
        }
      }
    }
  }

  private item(info: number, kind: number): number {
    if ((info & HAS_ORIGIN) !== 0) this.id();
    if ((info & HAS_RIGHT_ORIGIN) !== 0) this.id();
    if ((info & (HAS_ORIGIN | HAS_RIGHT_ORIGIN)) === 0) {
      if (this.varUint() === 1) this.text();
      else this.id();
      if ((info & HAS_PARENT_KEY) !== 0) this.text();
    }
    switch (kind) {
      case 1:
        return this.varUint();
      case 4:
        return this.text();
      case 8: {
        const count = this.varUint();
        for (let index = 0; index < count; index += 1) this.value();
        return count;
      }
      case 7:
        if (NAMED_TYPES.includes(this.varUint())) this.text();
        return 1;
      default:
        throw new Error(`RunReader: content of kind ${kind}`);
    }
  }

  /** Passes over a value as lib0 writes it; attributes of clauses are such. */
  private value(): void {
    const kind = this.bytes[this.at++] ?? 0;
    if (kind === INTEGER) while ((this.bytes[this.at++] ?? 0) >= 0x80);
    else if (kind === FLOAT_32) this.at += 4;
    else if (kind === FLOAT_64) this.at += 8;
    else if (kind === TEXT) this.text();
    else if (!EMPTY_VALUES.includes(kind)) throw new Error(`RunReader: a value of kind ${kind}`);
  }

  private id(): void {
    this.varUint();
    this.varUint();
  }

  /** Passes over a text; how many bytes it had. */
  private text(): number {
    const length = this.varUint();
    this.at += length;
    return length;
  }

  private varUint(): number {
    let value = 0;
    let factor = 1;
    for (;;) {
      const byte = this.bytes[this.at++];
      if (byte === undefined) throw new Error('RunReader: the update ends too early');
      value += (byte & 0x7f) * factor;
      if (byte < 0x80) return value;
      factor *= 128;
    }
  }
}
