import type { Role } from '@/domain/body/grants';
import type { Locale } from '@/messages/locale';
import { countryName, type NamedCountry, nameIn } from '@/messages/names';
import { translator } from '@/messages/translate';
import type { AppointmentWords, BodyChoice, Choice } from './appointment-fields';

/** As server/queries/appointment-choices gives it. */
export interface Choices {
  readonly roles: readonly Role[];
  readonly bodies: readonly {
    readonly id: string;
    readonly acronym: string;
    readonly name: string;
    readonly nameThai: string;
    readonly countries: readonly string[];
  }[];
}

/** Delegates are who is invited most; the list starts with them. */
const ORDER: readonly Role[] = [
  'delegate',
  'headOfDelegation',
  'focalPoint',
  'chair',
  'reviewer',
  'observer',
  'secretariat',
  'auditor',
  'administrator',
];

/** The choices of an appointment in the reader's words. */
export function appointmentChoicesIn(
  locale: Locale,
  choices: Choices,
  named: readonly NamedCountry[],
): {
  readonly roles: readonly Choice[];
  readonly bodies: readonly BodyChoice[];
  readonly countries: readonly Choice[];
  readonly words: AppointmentWords;
} {
  const common = translator(locale, 'common');
  const t = translator(locale, 'admin');
  const needsBody = (role: Role) => role !== 'administrator' && role !== 'auditor';
  const hasBodies = choices.bodies.length > 0;
  return {
    roles: ORDER.filter((role) => choices.roles.includes(role) && (hasBodies || !needsBody(role))).map(
      (role) => ({ value: role, label: common(`role.${role}`) }),
    ),
    bodies: choices.bodies.map((body) => ({
      value: body.id,
      label: `${body.acronym} · ${nameIn(locale, body.name, body.nameThai)}`,
      countries: body.countries,
    })),
    countries: named.map((country) => ({ value: country.code, label: countryName(locale, country) })),
    words: {
      role: t('people.role'),
      body: t('people.body'),
      installation: t('people.installation'),
      country: t('people.country'),
      countryNone: t('people.countryNone'),
      from: t('people.from'),
      fromHint: t('people.fromHint'),
      to: t('people.to'),
      toHint: t('people.toHint'),
    },
  };
}
