import type { ReactNode } from 'react';
import { Badge } from '@/components/ui/badge';
import { dayOf } from '@/domain/body/days';
import type { Locale } from '@/messages/locale';
import { translator } from '@/messages/translate';
import { type ClearanceAction, ClearanceButton } from './clearance-button';
import { sayDay } from './say-day';

/** A clearance as its own delegation sees it; the shape that the query hands out. */
export interface ClearanceFacts {
  /** Number of the cleared version. */
  readonly number: number;
  readonly clearedOn: string;
  readonly note: string;
  readonly recordedBy: string;
}

/** What pages of versions need to show and record clearances. `list` is null for whoever is in no delegation. */
export interface Clearances {
  readonly list: readonly ClearanceFacts[] | null;
  readonly mayClear: boolean;
  readonly clear: ClearanceAction;
  readonly withdraw: ClearanceAction;
  /** The day it is now at the seat of the meetings. */
  readonly today: string;
}

export function clearanceOf(clearances: Clearances, number: number): ClearanceFacts | null {
  return clearances.list?.find((clearance) => clearance.number === number) ?? null;
}

/** That the own capital cleared this version, when, and what was noted. */
export function ClearanceBadge(props: { clearance: ClearanceFacts; locale: Locale }): ReactNode {
  const { clearance, locale } = props;
  const t = translator(locale, 'comparisons');
  return (
    <span className="clearance" data-cleared={clearance.number}>
      <Badge tone="done">{t('clearance.badge', { date: sayDay(clearance.clearedOn, locale) })}</Badge>
      {clearance.note === '' ? null : <span className="clearance-note">{clearance.note}</span>}
      <span className="version-note">{t('clearance.recorded', { name: clearance.recordedBy })}</span>
    </span>
  );
}

/** Records the clearance of a version, or takes it back. Nothing for those who may not. */
export function ClearanceTool(props: {
  documentId: string;
  version: { readonly number: number; readonly at: string };
  citation: string;
  clearances: Clearances;
  prominent?: boolean;
}): ReactNode {
  const { clearances, version, citation, documentId } = props;
  if (!clearances.mayClear || clearances.list === null) return null;
  return (
    <ClearanceButton
      documentId={documentId}
      number={version.number}
      citation={citation}
      isCleared={clearanceOf(clearances, version.number) !== null}
      earliest={dayOf(version.at)}
      today={clearances.today}
      clear={clearances.clear}
      withdraw={clearances.withdraw}
      prominent={props.prominent === true}
    />
  );
}
