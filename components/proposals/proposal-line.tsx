import Link from 'next/link';
import type { ReactNode } from 'react';
import { Badge } from '@/components/ui/badge';
import { Country } from '@/components/ui/country';
import type { ProposalClass, ProposalKind, ProposalState } from '@/domain/negotiation/types';
import type { Locale } from '@/messages/locale';
import type { NamedCountry } from '@/messages/names';
import { translator } from '@/messages/translate';

/** What a line of a list says of a proposal. */
export interface ListedProposal {
  readonly id: string;
  readonly documentId: string;
  readonly number: number | null;
  readonly state: ProposalState;
  readonly isGivenUp: boolean;
  readonly country: string;
  readonly kind: ProposalKind;
  readonly class: ProposalClass;
  readonly rationale: string;
  readonly onBehalf: boolean;
  readonly confirmedAt: string | null;
  readonly backings: readonly { readonly country: string; readonly kind: 'cosponsor' | 'support' }[];
}

/** One proposal in a list: whose, about what, what it changes, who stands behind it. */
export function ProposalLine(props: {
  proposal: ListedProposal;
  place: string;
  countries: readonly NamedCountry[];
  locale: Locale;
  children: ReactNode;
}) {
  const { proposal, locale, countries } = props;
  const t = translator(locale, 'proposals');
  const state = proposal.isGivenUp ? 'givenUp' : proposal.state;
  return (
    <li className="grid gap-2 border-b border-line/70 py-4 first:pt-0 last:border-0 last:pb-0">
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1 text-sm">
        <Link
          href={proposalHref(proposal)}
          className="font-semibold text-accent no-underline hover:underline"
        >
          {proposal.number === null ? t('one.draftTitle') : t('list.number', { number: proposal.number })}
        </Link>
        <Country code={proposal.country} countries={countries} locale={locale} />
        <span>{t('draft.label', { kind: t(`kind.${proposal.kind}`), place: props.place })}</span>
        <span className="text-muted">{t(`class.${proposal.class}`)}</span>
        <Badge tone={toneOf(state)}>{t(`state.${state}`)}</Badge>
        {proposal.onBehalf ? (
          <Badge tone={proposal.confirmedAt === null ? 'warn' : 'neutral'}>
            {proposal.confirmedAt === null ? t('list.unconfirmed') : t('list.onBehalf')}
          </Badge>
        ) : null}
      </div>
      {props.children}
      {proposal.rationale === '' ? null : <p className="max-w-3xl text-sm">{proposal.rationale}</p>}
      {proposal.backings.length === 0 ? null : (
        <ul className="flex flex-wrap gap-x-4 gap-y-1 text-sm text-muted" aria-label={t('one.backings')}>
          {proposal.backings.map((backing) => (
            <li key={backing.country} className="inline-flex items-baseline gap-1.5">
              <Country code={backing.country} countries={countries} locale={locale} />(
              {t(`one.${backing.kind}`)})
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

export function proposalHref(proposal: { readonly id: string; readonly documentId: string }): string {
  return `/documents/${proposal.documentId}/proposals/${proposal.id}`;
}

export function toneOf(state: ProposalState | 'givenUp') {
  switch (state) {
    case 'draft':
    case 'tabled':
      return 'accent' as const;
    case 'accepted':
    case 'acceptedModified':
    case 'merged':
      return 'done' as const;
    case 'bracketed':
    case 'referred':
    case 'carriedOver':
      return 'warn' as const;
    default:
      return 'neutral' as const;
  }
}
