import Link from 'next/link';
import type { ReactNode } from 'react';
import { type DelegationName, redlineContext } from '@/components/compare/context';
import { Delegations } from '@/components/versions/delegations';
import { type VersionFacts, versionCitation } from '@/components/versions/version-line';
import type { Redline } from '@/domain/redline/types';
import type { ClauseEvent, NamedClause } from '@/domain/text/ledger/history';
import type { Locale } from '@/messages/locale';
import { formatter, translator } from '@/messages/translate';
import { StepRedline } from './step-redline';

/** One step of a clause's history, as the queries hand it out. */
export interface StepFacts {
  readonly number: number;
  readonly from: string;
  readonly to: string;
  readonly delegations: readonly string[];
  /** Empty where persons are not named to this reader. */
  readonly persons: readonly string[];
  readonly events: readonly (
    | Exclude<ClauseEvent, { kind: 'restored' }>
    | { kind: 'restored'; number: number }
  )[];
  readonly redline: Redline | null;
  readonly version: VersionFacts | null;
  readonly isInherited: boolean;
}

export interface StepProps {
  readonly step: StepFacts;
  readonly documentId: string;
  readonly others: readonly NamedClause[];
  readonly names: readonly DelegationName[];
  readonly language: string;
  readonly locale: Locale;
}

/** Who, when, what happened to the clause as a whole, its words against the step before, where it was first stored. */
export function Step(props: StepProps): ReactNode {
  const { step, documentId, locale, names } = props;
  const t = translator(locale, 'wrote');
  const versions = translator(locale, 'versions');
  const compare = translator(locale, 'compare');
  const context = redlineContext({
    t: compare,
    locale,
    rows: step.redline?.rows ?? [],
    changes: [],
    delegations: names,
  });
  return (
    <>
      <div className="w-step-head">
        <h3>{t('history.step', { number: step.number })}</h3>
        <Delegations codes={step.delegations} names={names} locale={locale} />
        {step.delegations.length > 1 ? <span>{t('history.together')}</span> : null}
        <When from={step.from} to={step.to} locale={locale} />
      </div>
      {step.persons.length === 0 ? null : (
        <p className="w-step-note">{t('history.persons', { names: step.persons.join(', ') })}</p>
      )}
      {step.isInherited || step.events.length > 0 ? (
        <ul className="w-events">
          {step.isInherited ? <li>{t('history.inherited')}</li> : null}
          {step.events
            .filter(({ kind }) => !(step.isInherited && kind === 'created'))
            .map((event) => (
              <li key={JSON.stringify(event)}>
                <EventWords event={event} {...props} />
              </li>
            ))}
        </ul>
      ) : null}
      {step.redline === null ? (
        <p className="w-step-note">{t('history.sameWords')}</p>
      ) : (
        <StepRedline rows={step.redline.rows} context={context} language={props.language} />
      )}
      <p className="w-step-note">
        {step.version === null ? (
          t('history.unstored')
        ) : (
          <>
            {t('history.inVersion')}{' '}
            <Link href={`/documents/${documentId}/versions/${step.version.number}`} prefetch={false}>
              {versionCitation(step.version, versions)}
            </Link>
          </>
        )}
      </p>
    </>
  );
}

function When({ from, to, locale }: { from: string; to: string; locale: Locale }): ReactNode {
  const format = formatter(locale);
  const [start, end] = [new Date(from), new Date(to)];
  const style = { dateStyle: 'medium', timeStyle: 'short' } as const;
  const isLong = end.getTime() - start.getTime() >= 60_000;
  return (
    <time dateTime={from}>
      {isLong ? format.dateTimeRange(start, end, style) : format.dateTime(start, style)}
    </time>
  );
}

function EventWords(props: StepProps & { event: StepFacts['events'][number] }): ReactNode {
  const { event, others, documentId, locale } = props;
  const t = translator(locale, 'wrote');
  if (event.kind === 'restored') {
    return event.number === 0 ? t('event.restoredUnknown') : t('event.restored', { number: event.number });
  }
  if (!('clause' in event)) return t(`event.${event.kind}`);
  const other = others.find(({ id }) => id === event.clause);
  const name = [other?.citation ?? '', other?.excerpt ?? ''].filter((part) => part !== '').join(' · ');
  return (
    <>
      {t(`event.${event.kind}`)}{' '}
      <Link href={`/documents/${documentId}/clauses/${event.clause}`} prefetch={false}>
        {name === '' ? t('event.noWords') : name}
      </Link>
    </>
  );
}
