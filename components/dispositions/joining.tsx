import Link from 'next/link';
import type { DelegationName } from '@/components/compare/context';
import type { Locale } from '@/messages/locale';
import { translator } from '@/messages/translate';
import { deskHref } from './desk-head';
import { nameOf } from './names';

/** Proposals that would join this clause to another: named here, and dealt with there. */
export function Joining(props: {
  documentId: string;
  proposals: readonly {
    readonly id: string;
    readonly number: number | null;
    readonly country: string;
    readonly clauseId: string | null;
  }[];
  names: readonly DelegationName[];
  locale: Locale;
}) {
  const t = translator(props.locale, 'dispositions');
  return (
    <ul className="mb-6 grid gap-1 text-sm">
      {props.proposals.map(({ id, number, country, clauseId }) => (
        <li key={id}>
          <Link href={deskHref(props.documentId, clauseId ?? '')} prefetch={false} className="text-accent">
            {t('proposal.joins', { number: number ?? 0, country: nameOf(country, props.names) })}
          </Link>
        </li>
      ))}
    </ul>
  );
}
