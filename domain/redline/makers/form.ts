import type { Aspect } from '../../text/ledger/form/aspects';
import type { RedlineRow, StructureChange } from '../types';
import { carrierOf, idsOf, lastHandOf, soleHandOf, type Touched } from './touched';

/** What is one setting of its clause: the last who set it set it to what it is. */
const OF_ONE_SETTING: Readonly<Partial<Record<StructureChange['what'], Aspect>>> = {
  kind: 'kind',
  level: 'level',
  list: 'list',
};

/** Who gave a clause its kind, level, list or another setting; `table` are the rows of its table, where it is one of them. */
export function makerOfStructure(
  row: RedlineRow,
  what: StructureChange['what'],
  table: readonly RedlineRow[],
  touched: Touched,
): string | undefined {
  const aspect = OF_ONE_SETTING[what];
  const ids = idsOf(row) ?? [];
  const [id] = ids;
  if (aspect !== undefined && ids.length === 1 && id !== undefined) {
    return unlessGone(lastHandOf(touched.of(id, aspect)), id, touched);
  }
  if (what !== 'columns') return makerOf(row, aspect ?? 'setting', touched);
  const cells = table.flatMap((each) => touched.of(each.new?.id ?? '', 'cells'));
  return ids.length === 1 ? soleHandOf(cells) : undefined;
}

/** Who set and cleared the marks of a clause, where one delegation alone did, in runs that bear some or did. */
export function makerOfMarks(row: RedlineRow, touched: Touched): string | undefined {
  return makerOf(row, 'marks', touched);
}

/** One delegation that alone touched an aspect of a clause; or that put it in the place of another, where nobody else did. */
function makerOf(row: RedlineRow, aspect: Aspect, touched: Touched): string | undefined {
  const ids = idsOf(row) ?? [];
  const [old, fresh] = ids;
  if (old === undefined) return undefined;
  if (fresh === undefined) return unlessGone(soleHandOf(touched.of(old, aspect)), old, touched);
  const by = carrierOf(old, fresh, touched);
  return by !== undefined && touched.onlyMayBe(by, ids, aspect, 'there') ? by : undefined;
}

/** A clause that went and came again has the form in which it came: whose that was, no row says. */
function unlessGone(by: string | undefined, id: string, touched: Touched): string | undefined {
  return by !== undefined && touched.onlyMayBe(by, [id], 'there') ? by : undefined;
}
