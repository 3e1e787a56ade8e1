import Link from 'next/link';
import { Badge } from '@/components/ui/badge';
import { Table } from '@/components/ui/table';
import { sayInstant } from '@/messages/dates';
import type { Locale } from '@/messages/locale';
import { nameIn } from '@/messages/names';
import { translator } from '@/messages/translate';

export interface ListedRound {
  readonly round: {
    readonly id: string;
    readonly title: string;
    readonly isHidden: boolean;
    readonly opensAt: string;
    readonly closesAt: string | null;
    readonly closedAt: string | null;
  };
  readonly meeting: { readonly title: string; readonly titleThai: string } | null;
  readonly inputs: number;
  readonly isOwnCount: boolean;
  readonly clusters: number;
}

/** The rounds in which delegations name challenges and proposals, the newest first. */
export function RoundTable(props: { rounds: readonly ListedRound[]; locale: Locale }) {
  const { locale } = props;
  const t = translator(locale, 'brainstorm');
  return (
    <Table caption={t('rounds')} head={[t('rounds'), t('state'), t('inputs'), t('clusters')]}>
      {props.rounds.map(({ round, meeting, inputs, isOwnCount, clusters }) => (
        <tr key={round.id}>
          <td className="min-w-56">
            <Link
              href={`/brainstorm/${round.id}`}
              className="font-medium text-ink underline-offset-2 hover:text-accent"
            >
              {round.title}
            </Link>
            {meeting === null ? null : (
              <span className="block text-[0.8125rem] text-muted">
                {nameIn(locale, meeting.title, meeting.titleThai)}
              </span>
            )}
          </td>
          <td className="min-w-40">
            <RoundState round={round} locale={locale} />
            <span className="block text-[0.8125rem] text-muted">{sayRoundTime(round, locale)}</span>
          </td>
          <td className="whitespace-nowrap tabular-nums">
            {isOwnCount ? t('ownCount', { count: inputs }) : inputs}
          </td>
          <td className="tabular-nums">{clusters}</td>
        </tr>
      ))}
    </Table>
  );
}

/** Since when a round is closed, until when it is open, or since when. */
export function sayRoundTime(
  round: Pick<ListedRound['round'], 'opensAt' | 'closesAt' | 'closedAt'>,
  locale: Locale,
): string {
  const t = translator(locale, 'brainstorm');
  if (round.closedAt !== null) return t('closed', { when: sayInstant(locale, round.closedAt) });
  return round.closesAt === null
    ? t('opened', { when: sayInstant(locale, round.opensAt) })
    : t('closes', { when: sayInstant(locale, round.closesAt) });
}

export function RoundState(props: {
  round: Pick<ListedRound['round'], 'isHidden' | 'closedAt'>;
  locale: Locale;
}) {
  const t = translator(props.locale, 'brainstorm');
  const { isHidden, closedAt } = props.round;
  if (closedAt !== null) return <Badge>{t('stateClosed')}</Badge>;
  return <Badge tone="accent">{t(isHidden ? 'stateHidden' : 'stateOpen')}</Badge>;
}
