import { delegationName } from '@/components/positions/names';
import type { Locale } from '@/messages/locale';
import type { NamedCountry } from '@/messages/names';
import { translator } from '@/messages/translate';
import type { ClauseLineData } from './clause-lines';

/** Where delegations stand on the text as a whole. */
export interface Whole {
  readonly objects: readonly string[];
  readonly reserves: readonly string[];
  readonly adRef: readonly string[];
  readonly toReconfirm: readonly string[];
}

/** Somebody a text waits for, and why. `clauses` null: it is about the text as a whole. */
export interface Waiting {
  readonly who: string;
  readonly what: { readonly label: string; readonly clauses: readonly ClauseLineData[] | null }[];
}

/** On whom a text waits: the chair first, then delegations in the order of the body. */
export function waitsFor(props: {
  clauses: readonly ClauseLineData[];
  whole: Whole;
  members: readonly string[];
  countries: readonly NamedCountry[];
  locale: Locale;
}): Waiting[] {
  const t = translator(props.locale, 'negotiation');
  const { clauses, whole } = props;
  const among = (pick: (clause: ClauseLineData) => boolean) => clauses.filter(pick);
  const named = (label: string, found: readonly ClauseLineData[], isWhole = false): Waiting['what'] => [
    ...(isWhole ? [{ label, clauses: null }] : []),
    ...(found.length === 0 ? [] : [{ label, clauses: found }]),
  ];
  const delegations = props.members.map((code) => ({
    who: delegationName(code, props.countries, props.locale),
    what: [
      ...named(
        t('summary.objects'),
        among((c) => c.objects.includes(code)),
        whole.objects.includes(code),
      ),
      ...named(
        t('summary.reserves'),
        among((c) => c.reserves.includes(code)),
        whole.reserves.includes(code),
      ),
      ...named(
        t('summary.confirms'),
        among((c) => c.pending.includes(code)),
        whole.adRef.includes(code),
      ),
      ...named(
        t('summary.reconfirms'),
        among((c) => c.toReconfirm.includes(code) && c.state !== 'agreed'),
        whole.toReconfirm.includes(code),
      ),
      ...named(
        t('summary.brackets'),
        among((c) => c.holdsBracket.includes(code)),
      ),
    ],
  }));
  const chair = {
    who: t('summary.chair'),
    what: [
      ...named(
        t('summary.proposals'),
        among((c) => c.proposals > 0),
      ),
      ...named(
        t('summary.brackets'),
        among((c) => c.brackets > 0),
      ),
    ],
  };
  return [chair, ...delegations].filter(({ what }) => what.length > 0);
}
