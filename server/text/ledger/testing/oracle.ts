import type { Change, Redline } from '../../../../domain/redline/types';
import { clausesOf, ownBlocks } from '../../../../domain/text/clauses';
import type { DocumentJson, NodeJson } from '../../../../domain/text/document-json';

/** A clause as a text shows it, worked out from that text alone. */
interface Seen {
  readonly place: number;
  readonly kind: string;
  readonly level: string;
  readonly list: string;
  readonly marks: string;
}

type SeenText = ReadonlyMap<string, Seen>;

/** Of two clauses with one id the first, as the ledger has it. */
export function seenIn(text: DocumentJson): SeenText {
  const seen = new Map<string, Seen>();
  clausesOf(text).forEach((clause, place) => {
    if (clause.id === null || seen.has(clause.id)) return;
    let list: NodeJson = text;
    for (const step of clause.path.slice(0, -1)) list = list.content?.[step] ?? list;
    seen.set(clause.id, {
      place,
      kind: clause.kind,
      level: String(clause.level),
      list: clause.kind === 'listItem' ? list.type : '',
      marks: JSON.stringify(ownBlocks(clause).map(markedRuns)),
    });
  });
  return seen;
}

function markedRuns({ content = [] }: NodeJson): unknown[] {
  return content.flatMap((node): unknown[] =>
    node.type === 'text' ? (node.marks === undefined ? [] : [[node.text, node.marks]]) : markedRuns(node),
  );
}

/**
 * What is wrong about the names in a redline of the texts after rows `from` and `to`: `texts` are those after each row
 * (the first at 0 is empty), `authors` who wrote each. It knows who did what by comparing whole texts, two at a time.
 */
export function wrongNames(
  redline: Redline,
  texts: readonly SeenText[],
  authors: readonly string[],
  from: number,
  to: number,
): string[] {
  const rows = Array.from({ length: to - from }, (_, index) => from + 1 + index);
  const at = (row: number, id: string) => texts[row]?.get(id);
  const rowsWhere = (isSo: (row: number) => boolean) => rows.filter(isSo).map((row) => authors[row] ?? '?');
  const differs = (id: string, what: keyof Seen) =>
    rowsWhere((row) => at(row - 1, id)?.[what] !== at(row, id)?.[what]);
  const cameOrWent = (id: string) =>
    rowsWhere((row) => (at(row - 1, id) === undefined) !== (at(row, id) === undefined));
  const crossed = (id: string, other: string) =>
    rowsWhere((row) => {
      const [a, b, c, d] = [at(row - 1, id), at(row - 1, other), at(row, id), at(row, other)];
      if (a === undefined || b === undefined || c === undefined || d === undefined)
        return (a === undefined) !== (c === undefined) || (b === undefined) !== (d === undefined);
      return a.place < b.place !== c.place < d.place;
    });
  const mayBe = (change: Change): readonly (string | undefined)[] => {
    const row = redline.rows[change.row];
    const [old, fresh] = [row?.old?.id ?? '', row?.new?.id ?? ''];
    switch (change.kind) {
      case 'moved':
        return moversOf(redline, change, crossed, cameOrWent);
      case 'split':
      case 'clause-inserted':
        return [cameOrWent(fresh).at(-1)];
      case 'merged':
      case 'clause-deleted':
        return [cameOrWent(old).at(-1)];
      case 'structure': {
        const what = row?.structure.find(({ change: id }) => id === change.id)?.what;
        if (old !== fresh) return [cameOrWent(old).at(-1)];
        return what === 'kind' || what === 'level' || what === 'list'
          ? [differs(fresh, what).at(-1)]
          : authors;
      }
      case 'formatting': {
        const hands = [...new Set([...differs(old, 'marks'), ...differs(fresh, 'marks')])];
        return hands.length === 1 ? hands : [];
      }
      default:
        return [];
    }
  };
  return redline.changes.flatMap((change) => {
    if (change.author === undefined || mayBe(change).includes(change.author)) return [];
    return [
      `${change.kind} of ${redline.rows[change.row]?.new?.id} by ${change.author}: ${mayBe(change).join()}`,
    ];
  });
}

/**
 * Who may have moved a clause: whoever alone changed its order with one of those it passed, or was the last to change its
 * order with any.
 */
function moversOf(
  { rows }: Redline,
  change: Change,
  crossed: (id: string, other: string) => string[],
  cameOrWent: (id: string) => string[],
): (string | undefined)[] {
  const move = rows[change.row];
  if (move?.old?.id == null || move.new?.id == null) return [];
  const [from, to] = [move.old, move.new];
  const ids = new Set([from.id, to.id].flatMap((id) => id ?? []));
  const hands = rows.flatMap(({ old, new: fresh }) => {
    if (old?.id == null || fresh?.id == null || fresh.index === to.index) return [];
    const isPassed = old.index < from.index !== fresh.index < to.index;
    const others = new Set([old.id, fresh.id]);
    const ofPair = [...ids].flatMap((id) => [...others].flatMap((other) => crossed(id, other)));
    if (others.size > 1) ofPair.push(...[...others].flatMap(cameOrWent));
    return isPassed && new Set(ofPair).size === 1 ? [ofPair[0]] : [];
  });
  const last = rows.flatMap(({ new: fresh }) => (fresh?.id == null ? [] : [crossed(to.id ?? '', fresh.id)]));
  return [...hands, ...last.map((list) => list.at(-1))];
}
