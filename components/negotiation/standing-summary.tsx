import Link from 'next/link';
import type { ReactNode } from 'react';
import { Section } from '@/components/ui/page';
import type { Locale } from '@/messages/locale';
import type { NamedCountry } from '@/messages/names';
import { translator } from '@/messages/translate';
import type { ClauseLineData } from './clause-lines';
import { type Whole, waitsFor } from './waits';

const SHOWN = 10;

/** What is agreed, what is pending, what is not, and on whom it waits: by clause and by name, never as a share. */
export function StandingSummary(props: {
  documentId: string;
  clauses: readonly ClauseLineData[];
  whole: Whole;
  members: readonly string[];
  countries: readonly NamedCountry[];
  locale: Locale;
}) {
  const t = translator(props.locale, 'negotiation');
  const { clauses } = props;
  const agreed = clauses.filter(({ state }) => state === 'agreed');
  const pending = clauses.filter(({ state }) => state === 'agreedAdRef');
  const open = clauses.filter(({ state }) => state !== 'agreed' && state !== 'agreedAdRef');
  const waits = waitsFor(props);
  return (
    <Section title={t('summary.title')}>
      <dl className="grid gap-4 md:grid-cols-2">
        <Group term={t('summary.agreed')}>
          {agreed.length === 0 ? t('summary.nothingAgreed') : <Places {...props} clauses={agreed} />}
        </Group>
        {pending.length === 0 ? null : (
          <Group term={t('summary.pending')}>
            <Places {...props} clauses={pending} />
          </Group>
        )}
        <Group term={t('summary.open')}>
          {open.length === 0 ? t('summary.everything') : <Places {...props} clauses={open} />}
        </Group>
        <Group term={t('summary.waits')}>
          {waits.length === 0 ? (
            t('summary.nobody')
          ) : (
            <ul className="grid gap-1">
              {waits.map(({ who, what }) => (
                <li key={who}>
                  <span className="font-medium">{who}</span>:{' '}
                  {what.map((entry, index) => (
                    <span key={entry.label}>
                      {index === 0 ? '' : '; '}
                      {entry.label}{' '}
                      {entry.clauses === null ? (
                        t('summary.wholeText')
                      ) : (
                        <Places {...props} clauses={entry.clauses} />
                      )}
                    </span>
                  ))}
                </li>
              ))}
            </ul>
          )}
        </Group>
      </dl>
    </Section>
  );
}

function Group(props: { term: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="text-[0.8125rem] text-muted">{props.term}</dt>
      <dd className="mt-0.5 text-sm">{props.children}</dd>
    </div>
  );
}

function Places(props: { documentId: string; clauses: readonly ClauseLineData[]; locale: Locale }) {
  const t = translator(props.locale, 'negotiation');
  const shown = props.clauses.slice(0, SHOWN);
  const left = props.clauses.length - shown.length;
  return (
    <>
      {shown.map((clause, index) => (
        <span key={clause.id}>
          {index === 0 ? '' : ', '}
          <Link
            prefetch={false}
            href={`/documents/${props.documentId}/negotiation/${clause.id}`}
            className="underline decoration-line-strong/60 underline-offset-2 hover:text-accent"
          >
            {clause.citation === '' ? shortened(clause.opening) : clause.citation}
          </Link>
        </span>
      ))}
      {left === 0 ? null : <span className="text-muted"> {t('summary.more', { count: left })}</span>}
    </>
  );
}

function shortened(words: string): string {
  return words.length <= 30 ? words : `${words.slice(0, 29)}…`;
}
