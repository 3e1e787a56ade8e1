import Link from 'next/link';
import { ConfirmAction } from '@/components/ui/confirm-action';
import { Country } from '@/components/ui/country';
import type { FormAction } from '@/components/ui/form-state';
import { Table } from '@/components/ui/table';
import { clauseHref } from '@/components/wrote/clause-href';
import type { ClauseSource, SourcedClause, WentWhere } from '@/domain/brainstorm/trace';
import type { Locale } from '@/messages/locale';
import type { NamedCountry } from '@/messages/names';
import { translator } from '@/messages/translate';
import { HowItCame } from './how-it-came';
import { SourceLink } from './source-link';

/** Every clause of the text with where it comes from. */
export function ClauseTable(props: {
  documentId: string;
  clauses: readonly SourcedClause[];
  inputs: readonly WentWhere[];
  countries: readonly NamedCountry[];
  locale: Locale;
  unlink: FormAction | null;
}) {
  const { locale, inputs } = props;
  const t = translator(locale, 'sources');
  const citations = new Map(props.clauses.map(({ id, citation }) => [id, citation]));
  const roundOf = new Map(inputs.map(({ id, roundId }) => [id, roundId]));
  return (
    <Table caption={t('clauses')} head={[t('clause'), t('comesFrom')]}>
      {props.clauses.map((clause) => (
        <tr key={clause.id} id={`source-${clause.id}`}>
          <td className="w-1/2 min-w-60">
            <Link
              href={clauseHref(props.documentId, clause.id)}
              prefetch={false}
              className="text-ink underline-offset-2 hover:text-accent"
            >
              {clause.citation === '' ? null : (
                <span className="mr-2 text-[0.8125rem] text-muted">{clause.citation}</span>
              )}
              <span className="font-serif">{clause.opening}</span>
            </Link>
          </td>
          <td className="min-w-72">
            {clause.sources.length === 0 ? (
              <span className="text-muted">
                <span aria-hidden="true">–</span>
                <span className="sr-only">{t('noSource')}</span>
              </span>
            ) : (
              <ul className="grid gap-3">
                {clause.sources.map((source) => (
                  <li key={source.linkId} className="grid gap-1">
                    <Source
                      source={source}
                      roundId={roundOf.get(source.inputIds[0] ?? '')}
                      citation={citations.get(source.via?.clauseId ?? '')}
                      countries={props.countries}
                      locale={locale}
                    />
                    {props.unlink === null || source.via !== undefined ? null : (
                      <Unlink linkId={source.linkId} action={props.unlink} locale={locale} />
                    )}
                  </li>
                ))}
              </ul>
            )}
          </td>
        </tr>
      ))}
    </Table>
  );
}

export function Source(props: {
  source: ClauseSource;
  roundId: string | undefined;
  /** How the clause is cited for which it was named. */
  citation?: string | undefined;
  countries: readonly NamedCountry[];
  locale: Locale;
}) {
  const { source, countries, locale } = props;
  const t = translator(locale, 'sources');
  return (
    <>
      <SourceLink
        source={source}
        {...(props.roundId === undefined ? {} : { roundId: props.roundId })}
        locale={locale}
      />
      <span className="flex flex-wrap gap-x-3 text-[0.8125rem] text-muted">
        <span>{t('inputsOf', { count: source.inputIds.length })}</span>
        {source.countries.map((code) => (
          <Country key={code} code={code} countries={countries} locale={locale} />
        ))}
      </span>
      <HowItCame source={source} citation={props.citation} locale={locale} />
      {source.reason === '' ? null : <span className="text-sm">{source.reason}</span>}
    </>
  );
}

export function Unlink(props: { linkId: string; action: FormAction; locale: Locale }) {
  const t = translator(props.locale, 'sources');
  return (
    <span className="-ml-3">
      <ConfirmAction
        action={props.action}
        hidden={{ sourceId: props.linkId }}
        label={t('unlink')}
        title={t('unlinkTitle')}
        text={t('unlinkText')}
        confirm={t('unlink')}
        cancel={translator(props.locale, 'common')('actions.cancel')}
        tone="quiet"
        confirmTone="danger"
      />
    </span>
  );
}
