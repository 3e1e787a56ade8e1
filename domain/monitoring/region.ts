import { type Achievement, achievementOf, isMet, type Milestone } from './achievement';
import { asDecimal, sumOf } from './decimal';
import type { Entry, EntryKind } from './entries';
import type { Indicator } from './indicators';
import { milestoneFor, ofCountry, type Target } from './targets';

/** How many of those asked answered what. What is missing is counted, never reckoned as zero (MO39). */
export type Coverage = { readonly asked: number } & Readonly<Record<EntryKind, number>>;

/** A country with its answer. */
export interface CountryAnswer {
  readonly country: string;
  readonly answer: Entry;
}

/** The region's figure for one indicator and period. */
export interface RegionFigure {
  /** Null where there is none: nobody reported, or it is not added up. For `shareMeeting` a share from 0 to 1. */
  readonly value: number | null;
  readonly coverage: Coverage;
  readonly milestone: Milestone | null;
  readonly achievement: Achievement;
  /** A sum from which countries are missing, whatever it is measured by. */
  readonly isAtLeast: boolean;
}

export function coverageOf(answers: readonly Pick<Entry, 'kind'>[]): Coverage {
  const count = (kind: EntryKind) => answers.filter((answer) => answer.kind === kind).length;
  return {
    asked: answers.length,
    value: count('value'),
    notAvailable: count('notAvailable'),
    notApplicable: count('notApplicable'),
    notReported: count('notReported'),
  };
}

/** MO39: the region's figure of those of the countries asked, by the indicator's rule. */
export function regionFigure(
  indicator: Indicator,
  targets: readonly Target[],
  period: string,
  answers: readonly CountryAnswer[],
): RegionFigure {
  const coverage = coverageOf(answers.map(({ answer }) => answer));
  const milestone = milestoneFor(indicator, targets, period, null);
  const missing = coverage.notReported + coverage.notAvailable;
  const figure = (value: number | null, achievement: Achievement): RegionFigure => ({
    value,
    coverage,
    milestone,
    achievement,
    isAtLeast: value !== null && indicator.aggregation === 'sum' && missing > 0,
  });
  if (indicator.aggregation === 'none' || indicator.type === 'text')
    return figure(null, { outcome: 'byHand' });
  const values = answers.flatMap(({ answer }) => (answer.kind === 'value' ? (answer.value ?? []) : []));
  if (values.length === 0) return figure(null, { outcome: withoutValues(coverage) });
  if (indicator.aggregation === 'shareMeeting') {
    const meeting = shareMeeting(indicator, targets, period, answers);
    return figure(meeting.outcome === 'shareMeeting' ? meeting.share : null, meeting);
  }
  const sum = sumOf(values);
  const value = indicator.aggregation === 'sum' ? sum : asDecimal(sum / values.length);
  const achievement = achievementOf(indicator, milestone, { kind: 'value', value });
  if (indicator.aggregation === 'sum' && missing > 0 && milestone !== null) {
    const grows = indicator.direction === 'up' && values.every((part) => part >= 0);
    const atLeast = grows && achievement.outcome === 'computed' ? achievement.share : null;
    return figure(value, { outcome: 'incomplete', atLeast });
  }
  return figure(value, achievement);
}

/** Nobody gave a value: the region stands where all that answered agree, else nothing is reported. */
function withoutValues({ asked, notApplicable, notAvailable }: Coverage) {
  if (asked > 0 && notApplicable === asked) return 'notApplicable' as const;
  return notAvailable > 0 && notApplicable + notAvailable === asked
    ? ('notAvailable' as const)
    : 'notReported';
}

/** Of the countries whose figure can be judged, the share that reached their milestone. */
function shareMeeting(
  indicator: Indicator,
  targets: readonly Target[],
  period: string,
  answers: readonly CountryAnswer[],
): Achievement {
  const judged = answers.flatMap(({ country, answer }) => {
    const milestone = milestoneFor(indicator, targets, period, country);
    return isMet(achievementOf(ofCountry(indicator), milestone, answer)) ?? [];
  });
  if (judged.length === 0) return { outcome: 'noTargetDue' };
  const met = judged.filter((one) => one).length;
  return { outcome: 'shareMeeting', met, judged: judged.length, share: met / judged.length };
}
