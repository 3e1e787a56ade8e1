import Link from 'next/link';
import { Badge } from '@/components/ui/badge';
import { Country } from '@/components/ui/country';
import { Table } from '@/components/ui/table';
import { sayInstant } from '@/messages/dates';
import type { Locale } from '@/messages/locale';
import type { NamedCountry } from '@/messages/names';
import { translator } from '@/messages/translate';

type State = 'awaited' | 'notStarted' | 'inProgress' | 'submitted' | 'clarification' | 'accepted' | 'locked';

export interface ListedReturn {
  readonly country: string;
  readonly state: State;
  readonly isLate: boolean;
  readonly submittedAt: string | null;
  readonly acceptedAt: string | null;
  readonly isOpen: boolean;
}

const TONES = {
  awaited: 'neutral',
  notStarted: 'neutral',
  inProgress: 'accent',
  submitted: 'accent',
  clarification: 'warn',
  accepted: 'done',
  locked: 'done',
} as const;

export function ReturnState(props: { state: State; locale: Locale }) {
  return (
    <Badge tone={TONES[props.state]}>{translator(props.locale, 'monitoring')(`state.${props.state}`)}</Badge>
  );
}

/** Who has returned what, in the order of names; never in that of figures. */
export function ReturnTable(props: {
  roundId: string;
  returns: readonly ListedReturn[];
  countries: readonly NamedCountry[];
  locale: Locale;
}) {
  const { locale } = props;
  const t = translator(locale, 'monitoring');
  return (
    <Table
      caption={t('returns.title')}
      head={[t('returns.country'), t('returns.state'), t('returns.submitted'), t('returns.accepted')]}
    >
      {props.returns.map((line) => (
        <tr key={line.country}>
          <td>
            {line.isOpen ? (
              <Link
                href={`/rounds/${props.roundId}/returns/${line.country}`}
                className="text-accent no-underline hover:underline"
              >
                <Country code={line.country} countries={props.countries} locale={locale} />
              </Link>
            ) : (
              <Country code={line.country} countries={props.countries} locale={locale} />
            )}
          </td>
          <td>
            <span className="inline-flex flex-wrap items-center gap-2">
              <ReturnState state={line.state} locale={locale} />
              {line.isLate ? <Badge tone="warn">{t('returns.late')}</Badge> : null}
            </span>
          </td>
          <td className="text-sm whitespace-nowrap text-muted">
            {line.submittedAt === null ? '–' : sayInstant(locale, line.submittedAt)}
          </td>
          <td className="text-sm whitespace-nowrap text-muted">
            {line.acceptedAt === null ? '–' : sayInstant(locale, line.acceptedAt)}
          </td>
        </tr>
      ))}
    </Table>
  );
}
