/** What is known of `length` characters of one writer's clock from `clock` on. */
export interface Span<T> {
  readonly clock: number;
  readonly length: number;
  readonly value: T;
}

/** How values behave when a span is cut or two meet. */
export interface SpanValues<T> {
  /** The value of what begins `by` characters later. */
  readonly advance: (value: T, by: number) => T;
  /** Whether a span with value `b` goes on where one with value `a` and this length ends. */
  readonly continues: (a: T, length: number, b: T) => boolean;
}

/**
 * A value for every character ever written, by the id that Yjs gives it (client and clock), kept as spans: text is
 * written in stretches, and its history in stretches of the same. Clocks mostly grow, so painting is mostly adding.
 */
export class Spans<T> {
  private readonly clients = new Map<number, Span<T>[]>();
  private readonly values: SpanValues<T>;

  constructor(values: SpanValues<T>) {
    this.values = values;
  }

  paint(client: number, clock: number, length: number, value: T): void {
    const spans = this.spansOf(client);
    const last = spans.at(-1);
    if (last === undefined || last.clock + last.length <= clock) {
      this.push(spans, { clock, length, value });
      return;
    }
    const end = clock + length;
    const first = indexAt(spans, clock);
    let next = first;
    while ((spans[next]?.clock ?? end) < end) next += 1;
    const replaced: Span<T>[] = [];
    const before = first === 0 ? undefined : spans[first - 1];
    if (before !== undefined) this.push(replaced, before);
    const cutFirst = spans[first];
    if (cutFirst !== undefined && cutFirst.clock < clock)
      this.push(replaced, this.cut(cutFirst, cutFirst.clock, clock));
    this.push(replaced, { clock, length, value });
    const cutLast = next > first ? spans[next - 1] : undefined;
    if (cutLast !== undefined && cutLast.clock + cutLast.length > end) {
      this.push(replaced, this.cut(cutLast, end, cutLast.clock + cutLast.length));
    }
    const after = spans[next];
    if (after !== undefined) this.push(replaced, after);
    const from = before === undefined ? first : first - 1;
    spans.splice(from, next - from + (after === undefined ? 0 : 1), ...replaced);
  }

  /** The spans that cover these characters, cut to them; characters without a value are left out. */
  read(client: number, clock: number, length: number): Span<T>[] {
    const spans = this.clients.get(client) ?? [];
    const end = clock + length;
    const covered: Span<T>[] = [];
    for (let index = indexAt(spans, clock); index < spans.length; index += 1) {
      const span = spans[index];
      if (span === undefined || span.clock >= end) break;
      covered.push(this.cut(span, Math.max(clock, span.clock), Math.min(end, span.clock + span.length)));
    }
    return covered;
  }

  /** All spans by client, in the order in which clients came and clocks run. */
  entries(): IterableIterator<[number, readonly Span<T>[]]> {
    return this.clients.entries();
  }

  private spansOf(client: number): Span<T>[] {
    const known = this.clients.get(client);
    if (known !== undefined) return known;
    const spans: Span<T>[] = [];
    this.clients.set(client, spans);
    return spans;
  }

  private push(spans: Span<T>[], span: Span<T>): void {
    const last = spans.at(-1);
    const joins =
      last !== undefined &&
      last.clock + last.length === span.clock &&
      this.values.continues(last.value, last.length, span.value);
    if (!joins) spans.push(span);
    else spans[spans.length - 1] = { ...last, length: last.length + span.length };
  }

  private cut(span: Span<T>, from: number, to: number): Span<T> {
    if (from === span.clock && to === span.clock + span.length) return span;
    return { clock: from, length: to - from, value: this.values.advance(span.value, from - span.clock) };
  }
}

/** The first span that ends after `clock`. */
function indexAt<T>(spans: readonly Span<T>[], clock: number): number {
  let [low, high] = [0, spans.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const span = spans[middle];
    if (span !== undefined && span.clock + span.length <= clock) low = middle + 1;
    else high = middle;
  }
  return low;
}
