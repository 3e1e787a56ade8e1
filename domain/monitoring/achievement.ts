import type { Entry } from './entries';
import type { Indicator } from './indicators';

/** The target that counts for a period: the next one that is due. */
export interface Milestone {
  readonly period: string;
  readonly value: number;
  /** Whether it is due with the period itself. */
  readonly isDue: boolean;
}

/**
 * How far something is, each case by its name (MO16, MO17):
 * `computed` the share of the way from baseline to milestone, below 0 and above 1 as it is ·
 * `targetIsBaseline` there is no way to go: what counts is whether it was held ·
 * `baselineUnknown` the way is unknown: what counts is whether the milestone is reached ·
 * `yesNo` reached or not · `noTargetDue` nothing is aimed at by then or later · `byHand` words, or what is not added up ·
 * `notReported`, `notAvailable`, `notApplicable` the answers without a value ·
 * `incomplete` a sum from which countries are missing: at least so much ·
 * `shareMeeting` how many of the countries judged have reached their milestone.
 */
export type Achievement =
  | { readonly outcome: 'computed'; readonly share: number }
  | { readonly outcome: 'targetIsBaseline' | 'baselineUnknown' | 'yesNo'; readonly isMet: boolean }
  | { readonly outcome: 'incomplete'; readonly atLeast: number | null }
  | {
      readonly outcome: 'shareMeeting';
      readonly met: number;
      readonly judged: number;
      readonly share: number;
    }
  | {
      readonly outcome: 'noTargetDue' | 'byHand' | 'notReported' | 'notAvailable' | 'notApplicable';
    };

/**
 * MO16: the OPSYS formula, achievement = (actual − baseline) / (milestone − baseline). It holds for falling figures as
 * it stands. Steps of a scale count from 1.
 */
export function achievementOf(
  indicator: Pick<Indicator, 'type' | 'direction' | 'baseline'>,
  milestone: Pick<Milestone, 'value'> | null,
  answer: Pick<Entry, 'kind' | 'value'>,
): Achievement {
  if (answer.kind !== 'value') return { outcome: answer.kind };
  if (indicator.type === 'text' || answer.value === null) return { outcome: 'byHand' };
  if (milestone === null) return { outcome: 'noTargetDue' };
  const { baseline } = indicator;
  const isMet = reaches(indicator, answer.value, milestone.value);
  if (indicator.type === 'yesNo') return { outcome: 'yesNo', isMet };
  if (baseline === null) return { outcome: 'baselineUnknown', isMet };
  if (milestone.value === baseline) return { outcome: 'targetIsBaseline', isMet };
  return { outcome: 'computed', share: (answer.value - baseline) / (milestone.value - baseline) };
}

/** Equals it or passes it in the direction that is wanted. */
export function reaches({ direction }: Pick<Indicator, 'direction'>, value: number, target: number): boolean {
  return direction === 'up' ? value >= target : value <= target;
}

/** Whether the milestone is reached; null where nobody can say. */
export function isMet(achievement: Achievement): boolean | null {
  switch (achievement.outcome) {
    case 'computed':
      return achievement.share >= 1;
    case 'targetIsBaseline':
    case 'baselineUnknown':
    case 'yesNo':
      return achievement.isMet;
    default:
      return null;
  }
}
