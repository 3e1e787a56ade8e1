import type { Locale } from '@/messages/locale';
import { formatter, translator } from '@/messages/translate';

interface Account {
  readonly createdAt: string;
  readonly lastSeenAt: string | null;
  readonly isDemo: boolean;
  readonly signsInBy: { readonly password: boolean; readonly provider: boolean };
  readonly linkUntil: string | null;
}

/** How somebody gets in, and when they last did. */
export function AccountFacts(props: { person: Account; locale: Locale }) {
  const { person, locale } = props;
  const t = translator(locale, 'admin');
  const format = formatter(locale);
  const day = (at: string) => format.dateTime(new Date(at), { dateStyle: 'medium' });
  const moment = (at: string) => format.dateTime(new Date(at), { dateStyle: 'medium', timeStyle: 'short' });
  const ways = [
    ...(person.signsInBy.password ? [t('people.account.password')] : []),
    ...(person.signsInBy.provider ? [t('people.account.provider')] : []),
    ...(person.isDemo ? [t('people.account.demo')] : []),
  ];
  const facts = [
    [t('people.account.signsIn'), ways.length === 0 ? t('people.account.nothing') : ways.join(', ')],
    [
      t('people.account.seen'),
      person.lastSeenAt === null ? t('people.account.never') : moment(person.lastSeenAt),
    ],
    [t('people.account.made'), day(person.createdAt)],
  ] as const;
  return (
    <>
      <dl className="fact-rows">
        {facts.map(([term, value]) => (
          <div key={term} className="contents">
            <dt className="text-sm text-muted">{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {person.linkUntil === null ? null : (
        <p className="mt-3 text-sm">{t('people.account.link', { date: moment(person.linkUntil) })}</p>
      )}
    </>
  );
}
