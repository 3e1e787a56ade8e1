import Link from 'next/link';
import { Section } from '@/components/ui/page';
import { sayInstant } from '@/messages/dates';
import type { Locale } from '@/messages/locale';
import { translator } from '@/messages/translate';

/** Rounds that one's delegation may answer now. Nothing where there are none. */
export function OpenRounds(props: {
  rounds: readonly {
    readonly id: string;
    readonly title: string;
    readonly closesAt: string | null;
    readonly own: number;
  }[];
  locale: Locale;
}) {
  const { rounds, locale } = props;
  if (rounds.length === 0) return null;
  const t = translator(locale, 'home');
  const brainstorm = translator(locale, 'brainstorm');
  return (
    <Section title={t('rounds.title')}>
      <ol className="divide-y divide-line">
        {rounds.map(({ id, title, closesAt, own }) => (
          <li key={id} className="grid gap-0.5 py-2.5 first:pt-0 last:pb-0">
            <Link
              href={`/brainstorm/${id}`}
              className="font-serif leading-snug text-pretty no-underline hover:underline"
            >
              {title}
            </Link>
            <p className="text-[0.8125rem] text-muted">
              {[
                ...(closesAt === null ? [] : [brainstorm('closes', { when: sayInstant(locale, closesAt) })]),
                brainstorm('ownCount', { count: own }),
              ].join(' · ')}
            </p>
          </li>
        ))}
      </ol>
    </Section>
  );
}
