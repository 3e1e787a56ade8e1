import type { Db } from '../../db/client';
import { changeIndicator, indicatorsOf, insertIndicator, replaceTargets } from '../../db/indicators';
import type { Actor } from '../../domain/policy/can';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import { doubled, faultsOf, type IndicatorWrite } from '../../domain/sheets/indicators';
import { newId } from '../ids';
import { recordIndicator } from './indicators';
import { editedPlan } from './plan-act';
import { indicatorGround } from './sheet-facts';

interface WantedRow {
  readonly row: number;
  readonly write: IndicatorWrite;
}

/**
 * Writes the indicators of a checked file inside a transaction, all of them or none. Everything is tried once more on the
 * plan as it stands now before a row is written: what changed since the check stops it (XL24).
 */
export function importIndicators(
  tx: Db,
  actor: Actor,
  at: string,
  planId: string,
  rows: readonly WantedRow[],
): Outcome<true> {
  const plan = editedPlan(tx, actor, planId);
  if (!plan.ok) return plan;
  const ground = indicatorGround(tx, plan.value, at);
  const late = rows.find(({ write }) => faultsOf(write, ground).length > 0) ?? doubled(rows, ground)[0];
  if (late !== undefined) return refuse('XL24', { row: late.row });
  let position = Math.max(0, ...indicatorsOf(tx, planId).map((other) => other.position));
  for (const { write } of rows) {
    const { sheet, targets, indicatorId, rev } = write;
    const id = indicatorId ?? newId('ind');
    if (indicatorId === null) {
      position += 1;
      insertIndicator(tx, { id, planId, position, rev: 0, retiredAt: null, ...valuesOf(sheet) });
    } else changeIndicator(tx, id, rev, valuesOf(sheet));
    replaceTargets(
      tx,
      id,
      targets.map((target) => ({ id: newId('tgt'), indicatorId: id, ...target })),
    );
    recordIndicator(
      tx,
      actor,
      at,
      plan.value,
      { id, code: sheet.code },
      indicatorId === null ? 'entered' : 'changed',
    );
  }
  return accept(true);
}

/** The columns of a sheet and nothing else: what came with a file is written by its names. */
function valuesOf(sheet: IndicatorWrite['sheet']) {
  const { resultId, activityId, code, title, definition, unit, type, scale, direction, cumulative } = sheet;
  const { baseline, baselineYear, meansOfVerification, source, responsible, frequency } = sheet;
  const { disaggregation, aggregation } = sheet;
  return {
    ...{ resultId, activityId, code, title, definition, unit, type, scale, direction, cumulative },
    ...{ baseline, baselineYear, meansOfVerification, source, responsible, frequency },
    ...{ disaggregation, aggregation },
  };
}
