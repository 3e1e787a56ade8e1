import { LinkButton } from '@/components/ui/button';
import { Country } from '@/components/ui/country';
import { Section } from '@/components/ui/page';
import type { Role } from '@/domain/body/grants';
import type { Locale } from '@/messages/locale';
import type { NamedCountry } from '@/messages/names';
import { translator } from '@/messages/translate';

export interface PersonOfBody {
  readonly userId: string;
  readonly name: string;
  readonly role: Role;
  readonly country: string | null;
  readonly isSuspended: boolean;
}

const SPEAKING_ORDER: readonly Role[] = [
  'chair',
  'headOfDelegation',
  'focalPoint',
  'delegate',
  'secretariat',
  'reviewer',
  'observer',
  'auditor',
  'administrator',
];

/** The people of a body by delegation, in the English alphabetical order; those without a delegation first. */
export function PeopleOfBody(props: {
  people: readonly PersonOfBody[];
  countries: readonly NamedCountry[];
  locale: Locale;
  mayAppoint: boolean;
}) {
  const { locale } = props;
  const t = translator(locale, 'admin');
  const common = translator(locale, 'common');
  const groups = [null, ...props.countries.map((country) => country.code)].flatMap((code) => {
    const people = props.people
      .filter((person) => person.country === code)
      .sort((one, other) => SPEAKING_ORDER.indexOf(one.role) - SPEAKING_ORDER.indexOf(other.role));
    return people.length === 0 ? [] : [{ code, people }];
  });
  return (
    <Section
      title={t('bodies.people.title')}
      aside={
        props.mayAppoint ? (
          <LinkButton tone="quiet" href="/people" className="-my-1 -mr-3.5">
            {t('bodies.people.manage')}
          </LinkButton>
        ) : undefined
      }
    >
      {groups.length === 0 ? (
        <p className="text-muted">{t('bodies.people.none')}</p>
      ) : (
        <dl className="grid gap-4">
          {groups.map((group) => (
            <div key={group.code ?? ''}>
              <dt className="mb-1 text-[0.8125rem] text-muted">
                {group.code === null ? (
                  t('bodies.people.secretariat')
                ) : (
                  <Country code={group.code} countries={props.countries} locale={locale} />
                )}
              </dt>
              {group.people.map((person) => (
                <dd
                  key={`${person.userId} ${person.role}`}
                  className="flex flex-wrap items-baseline justify-between gap-x-3 leading-snug"
                >
                  <span>{person.name}</span>
                  <span className="text-[0.8125rem] text-muted">
                    {common(`role.${person.role}`)}
                    {person.isSuspended ? ` · ${t('bodies.people.suspended')}` : ''}
                  </span>
                </dd>
              ))}
            </div>
          ))}
        </dl>
      )}
    </Section>
  );
}
