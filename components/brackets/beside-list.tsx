import Link from 'next/link';
import type { ReactNode } from 'react';
import { Disclosure } from '@/components/ui/disclosure';
import { Notice } from '@/components/ui/notice';
import type { Locale } from '@/messages/locale';
import { translator } from '@/messages/translate';

/** Proposals that have no place in the words of a text: moves, comments, and what is about a clause that is gone. */
export function BesideList(props: {
  documentId: string;
  proposals: readonly { readonly id: string; readonly number: number | null; readonly country: string }[];
  nameOf: (code: string) => string;
  locale: Locale;
}): ReactNode {
  const { documentId, proposals, nameOf, locale } = props;
  if (proposals.length === 0) return null;
  const t = translator(locale, 'brackets');
  const list = (
    <ul className="flex flex-wrap gap-x-4 gap-y-1">
      {proposals.map(({ id, number, country }) => (
        <li key={id}>
          <Link
            href={`/documents/${documentId}/proposals/${id}`}
            prefetch={false}
            className="text-accent underline"
          >
            {t('beside.proposal', { number: number ?? 0, delegation: nameOf(country) })}
          </Link>
        </li>
      ))}
    </ul>
  );
  if (proposals.length <= AT_A_GLANCE) return <Notice title={t('beside.title')}>{list}</Notice>;
  return (
    <Notice>
      <Disclosure summary={`${t('beside.title')} · ${proposals.length}`}>{list}</Disclosure>
    </Notice>
  );
}

/** More than this would push the text off the screen. */
const AT_A_GLANCE = 24;
