import Link from 'next/link';
import { Badge } from '@/components/ui/badge';
import { Facts } from '@/components/ui/facts';
import { sayInstant } from '@/messages/dates';
import type { Locale } from '@/messages/locale';
import { translator } from '@/messages/translate';

export interface SaidOfRound {
  readonly round: {
    readonly id: string;
    readonly period: string;
    readonly opensAt: string;
    readonly closesAt: string;
    readonly lockedAt: string | null;
  };
  readonly phase: 'before' | 'open' | 'closed' | 'locked';
  readonly note: { readonly id: string; readonly symbol: string; readonly title: string } | null;
  readonly returns: readonly { readonly state: string; readonly acceptedAt: string | null }[];
}

export function PhaseBadge(props: { phase: SaidOfRound['phase']; locale: Locale }) {
  const tone = { before: 'neutral', open: 'accent', closed: 'warn', locked: 'done' } as const;
  return (
    <Badge tone={tone[props.phase]}>{translator(props.locale, 'monitoring')(`phase.${props.phase}`)}</Badge>
  );
}

/** How many of those asked, as one sentence: "6 of 10 accepted". */
export function acceptedOf(view: Pick<SaidOfRound, 'returns'>, locale: Locale): string {
  const accepted = view.returns.filter(({ acceptedAt }) => acceptedAt !== null).length;
  return translator(locale, 'monitoring')('returns.acceptedOf', { accepted, asked: view.returns.length });
}

/** The window of a round, its note, and how far it is. */
export function RoundFacts(props: { view: SaidOfRound; locale: Locale }) {
  const { view, locale } = props;
  const t = translator(locale, 'monitoring');
  const { round, note } = view;
  return (
    <Facts
      facts={[
        { term: t('round.state'), value: <PhaseBadge phase={view.phase} locale={locale} /> },
        { term: t('round.opens'), value: sayInstant(locale, round.opensAt) },
        {
          term: t('round.closes'),
          value: (
            <>
              {sayInstant(locale, round.closesAt)}{' '}
              <a
                href={`/api/rounds/${round.id}/deadline.ics`}
                className="text-[0.8125rem] whitespace-nowrap text-accent"
              >
                {translator(locale, 'notices')('toCalendar')}
              </a>
            </>
          ),
        },
        { term: t('returns.title'), value: acceptedOf(view, locale) },
        ...(note === null
          ? []
          : [
              {
                term: t('round.note'),
                value: (
                  <Link href={`/documents/${note.id}`} title={note.title} className="text-accent">
                    {note.symbol}
                  </Link>
                ),
              },
            ]),
      ]}
    />
  );
}
