import Link from 'next/link';
import type { ReactNode } from 'react';
import { Country } from '@/components/ui/country';
import { Section } from '@/components/ui/page';
import type { ProposalClass } from '@/domain/negotiation/types';
import type { Locale } from '@/messages/locale';
import { countryName, type NamedCountry } from '@/messages/names';
import { formatter, translator } from '@/messages/translate';
import type { ListedProposal } from './proposal-line';

interface Lineage {
  readonly id: string;
  readonly number: number | null;
}

/** A proposal with all that was said to it. */
export interface RecordedProposal extends ListedProposal {
  readonly tabledAt: string | null;
  readonly createdAt: string;
  readonly challenges: readonly {
    readonly country: string;
    readonly reason: string;
    readonly at: string;
    readonly settled: { readonly class: ProposalClass; readonly at: string } | null;
  }[];
  readonly replaces: Lineage | null;
  readonly replacedBy: Lineage | null;
}

/** Who tabled it and why, who stands behind it, who challenged its class, and what it replaced. */
export function ProposalRecord(props: {
  proposal: RecordedProposal;
  countries: readonly NamedCountry[];
  locale: Locale;
}) {
  const { proposal, countries, locale } = props;
  const t = translator(locale, 'proposals');
  const day = (at: string) => formatter(locale).dateTime(new Date(at), { dateStyle: 'long' });
  const named = (code: string) => {
    const country = countries.find((known) => known.code === code);
    return country === undefined ? code : countryName(locale, country);
  };
  const link = (lineage: Lineage | null, words: 'replaces' | 'replacedBy'): ReactNode =>
    lineage?.number == null ? null : (
      <p>
        <Link
          href={`/documents/${proposal.documentId}/proposals/${lineage.id}`}
          className="text-accent underline underline-offset-2"
        >
          {t(`one.${words}`, { number: lineage.number })}
        </Link>
      </p>
    );
  return (
    <Section title={t('rationale')}>
      <div className="grid max-w-3xl gap-3">
        <p className={proposal.rationale === '' ? 'text-muted' : 'whitespace-pre-line'}>
          {proposal.rationale === '' ? t('one.rationaleNone') : proposal.rationale}
        </p>
        <div className="grid gap-1 text-sm text-muted">
          <p>
            {proposal.tabledAt === null
              ? t('one.begun', { date: day(proposal.createdAt) })
              : t('one.by', { country: named(proposal.country), date: day(proposal.tabledAt) })}
          </p>
          {proposal.onBehalf ? (
            <p>
              {t('one.onBehalf', { country: named(proposal.country) })}{' '}
              {proposal.confirmedAt === null
                ? t('one.unconfirmed')
                : t('one.confirmed', { date: day(proposal.confirmedAt) })}
            </p>
          ) : null}
          {link(proposal.replaces, 'replaces')}
          {link(proposal.replacedBy, 'replacedBy')}
        </div>
        <div>
          <h3 className="text-sm font-semibold">{t('one.backings')}</h3>
          {proposal.backings.length === 0 ? (
            <p className="text-sm text-muted">{t('one.noBackings')}</p>
          ) : (
            <ul className="mt-1 grid gap-1 text-sm">
              {proposal.backings.map((backing) => (
                <li key={backing.country} className="flex flex-wrap items-baseline gap-2">
                  <Country code={backing.country} countries={countries} locale={locale} />
                  <span className="text-muted">{t(`one.${backing.kind}`)}</span>
                </li>
              ))}
            </ul>
          )}
        </div>
        {proposal.challenges.length === 0 ? null : (
          <div>
            <h3 className="text-sm font-semibold">{t('one.challenges')}</h3>
            <ul className="mt-1 grid gap-2 text-sm">
              {proposal.challenges.map((challenge) => (
                <li key={`${challenge.country} ${challenge.at}`}>
                  <p className="text-muted">
                    {t('one.challengedBy', { country: named(challenge.country), date: day(challenge.at) })}
                  </p>
                  <p>{challenge.reason}</p>
                  <p className="text-muted">
                    {challenge.settled === null
                      ? t('one.notSettled')
                      : t('one.settled', {
                          class: t(`class.${challenge.settled.class}`),
                          date: day(challenge.settled.at),
                        })}
                  </p>
                </li>
              ))}
            </ul>
          </div>
        )}
      </div>
    </Section>
  );
}
