import { accept, type Outcome, refuse } from '../refusal';
import type { Achievement } from './achievement';

export const LIGHTS = ['onTrack', 'behind', 'offTrack', 'noData'] as const;
export type Light = (typeof LIGHTS)[number];
export const MANUAL_LIGHTS = ['onTrack', 'behind', 'offTrack'] as const;

/** How a body shows its monitoring. */
export interface MonitoringRules {
  readonly onTrackFrom: number;
  readonly behindFrom: number;
  readonly namesCountries: boolean;
}

/** Of a body that has said nothing: countries are not compared by name. */
export const DEFAULT_RULES: MonitoringRules = { onTrackFrom: 0.85, behindFrom: 0.5, namesCountries: false };

/** Tells whether the rules are still those that a page showed (MO46). */
export function rulesStamp({ onTrackFrom, behindFrom, namesCountries }: MonitoringRules): string {
  return `${onTrackFrom} ${behindFrom} ${namesCountries}`;
}

/** MO28: both shares lie between nothing and the whole, and green begins above amber. */
export function checkRules({ onTrackFrom, behindFrom }: MonitoringRules): Outcome<true> {
  if (!(onTrackFrom > 0 && onTrackFrom <= 1)) return refuse('MO28', { field: 'onTrackFrom' });
  if (!(behindFrom >= 0 && behindFrom < onTrackFrom)) return refuse('MO28', { field: 'behindFrom' });
  return accept(true);
}

/**
 * MO18: the light of an achievement. Where only reached or not is known, not yet is behind while the milestone is to
 * come and off track once it is due. What cannot be told has no light; it is not red.
 */
export function lightOf(achievement: Achievement, rules: MonitoringRules, isDue: boolean): Light {
  switch (achievement.outcome) {
    case 'computed':
    case 'shareMeeting':
      return byShare(achievement.share, rules);
    case 'incomplete':
      // Those missing can only add to it: what is enough already stays enough, anything else is not known.
      return achievement.atLeast !== null && achievement.atLeast >= rules.onTrackFrom ? 'onTrack' : 'noData';
    case 'targetIsBaseline':
    case 'baselineUnknown':
    case 'yesNo':
      return achievement.isMet ? 'onTrack' : isDue ? 'offTrack' : 'behind';
    default:
      return 'noData';
  }
}

function byShare(share: number, { onTrackFrom, behindFrom }: MonitoringRules): Light {
  if (share >= onTrackFrom) return 'onTrack';
  return share >= behindFrom ? 'behind' : 'offTrack';
}
