import Link from 'next/link';
import { Section } from '@/components/ui/page';
import type { Locale } from '@/messages/locale';
import type { NamedCountry } from '@/messages/names';
import { translator } from '@/messages/translate';
import type { ClauseLineData } from './clause-lines';
import { type Whole, waitsFor } from './waits';

/** server/queries/negotiations: NegotiationView. */
export interface NegotiatedText {
  readonly document: { readonly id: string; readonly title: string; readonly language: string };
  readonly members: readonly string[];
  readonly clauses: readonly ClauseLineData[];
  readonly whole: Whole;
}

/** Text by text, who waits for whom. Nothing where nobody is waited for. */
export function WhoWaits(props: {
  texts: readonly NegotiatedText[];
  countries: readonly NamedCountry[];
  locale: Locale;
}) {
  const { countries, locale } = props;
  const t = translator(locale, 'home');
  const summary = translator(locale, 'negotiation');
  const waiting = props.texts
    .map((text) => ({ ...text, waits: waitsFor({ ...text, countries, locale }) }))
    .filter(({ waits }) => waits.length > 0);
  if (waiting.length === 0) return null;
  return (
    <Section title={t('waits.title')}>
      <ol className="divide-y divide-line">
        {waiting.map(({ document, waits }) => (
          <li key={document.id} className="grid gap-1 py-2.5 first:pt-0 last:pb-0">
            <Link
              href={`/documents/${document.id}/negotiation`}
              lang={document.language}
              className="font-serif leading-snug text-pretty no-underline hover:underline"
            >
              {document.title}
            </Link>
            <ul className="grid gap-0.5 text-[0.8125rem] text-muted">
              {waits.map(({ who, what }) => (
                <li key={who}>
                  <span className="font-medium text-ink">{who}</span>:{' '}
                  {what
                    .map(({ label, clauses }) =>
                      clauses === null
                        ? `${label} ${summary('summary.wholeText')}`
                        : `${label} ${t('waits.clauses', { count: clauses.length })}`,
                    )
                    .join('; ')}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </Section>
  );
}
