import Link from 'next/link';
import { ClauseLinks, OutcomeBadge } from '@/components/brainstorm/outcome-line';
import { Country } from '@/components/ui/country';
import { Table } from '@/components/ui/table';
import type { SourcedClause, WentWhere } from '@/domain/brainstorm/trace';
import type { Locale } from '@/messages/locale';
import type { NamedCountry } from '@/messages/names';
import { translator } from '@/messages/translate';

/** Every input of the rounds that feed a text, with where it went and why. */
export function InputTable(props: {
  document: { readonly id: string; readonly symbol: string };
  caption: string;
  inputs: readonly WentWhere[];
  clauses: readonly SourcedClause[];
  countries: readonly NamedCountry[];
  locale: Locale;
}) {
  const { document, locale, countries } = props;
  const t = translator(locale, 'sources');
  const byId = new Map(props.clauses.map((clause) => [clause.id, clause]));
  return (
    <Table caption={props.caption} head={[t('input'), t('wentWhere')]}>
      {props.inputs.map(
        ({ id, roundId, country, words, language, outcome, reason, clauseIds, isElsewhere }) => (
          <tr key={id}>
            <td className="w-1/2 min-w-60">
              <Country
                code={country}
                countries={countries}
                locale={locale}
                className="mr-2 text-[0.8125rem]"
              />
              <Link
                href={`/brainstorm/${roundId}#${id}`}
                prefetch={false}
                lang={language}
                className="font-serif text-ink underline-offset-2 hover:text-accent"
              >
                {words}
              </Link>
            </td>
            <td className="min-w-64">
              <span className="flex flex-wrap items-baseline gap-x-2 gap-y-1">
                {outcome === null ? (
                  <span className="text-muted">{translator(locale, 'brainstorm')('noOutcome')}</span>
                ) : (
                  <OutcomeBadge outcome={outcome} locale={locale} />
                )}
                <ClauseLinks
                  clauses={clauseIds.flatMap((clauseId) => {
                    const clause = byId.get(clauseId);
                    if (clause === undefined) return [];
                    const { citation, opening } = clause;
                    return [
                      { documentId: document.id, symbol: document.symbol, clauseId, citation, opening },
                    ];
                  })}
                  locale={locale}
                />
                {isElsewhere ? <span className="text-[0.8125rem] text-muted">{t('elsewhere')}</span> : null}
              </span>
              {reason === '' ? null : (
                <span className="mt-1 block text-[0.8125rem] whitespace-pre-line text-muted">{reason}</span>
              )}
            </td>
          </tr>
        ),
      )}
    </Table>
  );
}
