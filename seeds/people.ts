import type { Role } from '../domain/body/grants';

/** The one password of all people of the demo. It works only in a database that the demo command made. */
export const DEMO_PASSWORD = 'demo-mufakat-2019';

const ACCSM = 'ACCSM';
const PLUS_THREE = 'ACCSM+3';

/** An appointment in force from `from` without an end, so that the people of 2019 can still show the demo today. */
export interface SeedAppointment {
  readonly role: Role;
  /** Acronym of the body; null for the whole installation. */
  readonly body: string | null;
  readonly country: string | null;
  readonly from: string;
}

export interface SeedPerson {
  readonly name: string;
  readonly email: string;
  readonly locale: 'en' | 'th';
  readonly appointments: readonly SeedAppointment[];
}

const START = '2019-01-01T00:00:00.000Z';
const TIMOR_LESTE_FIRST_SEAT = '2023-05-01T00:00:00.000Z';

function mail(local: string): string {
  return `${local}@demo.mufakat.example`;
}

function of(role: Role, country: string | null, body: string | null = ACCSM, from = START): SeedAppointment {
  return { role, body, country, from };
}

function head(name: string, country: string): SeedPerson {
  const locale = country === 'TH' ? 'th' : 'en';
  const appointments = [of('headOfDelegation', country)];
  return { name, email: mail(`head.${country.toLowerCase()}`), locale, appointments };
}

function delegate(name: string, country: string): SeedPerson {
  return {
    name,
    email: mail(`delegate.${country.toLowerCase()}`),
    locale: 'en',
    appointments: [of('delegate', country)],
  };
}

/**
 * Everybody of the demo, by the key that tests and histories use, in the order of the cards on the sign-in page.
 * All names are fictional.
 */
export const PEOPLE = {
  chair: {
    name: 'Pracha Suwannarat',
    email: mail('chair'),
    locale: 'en',
    appointments: [of('chair', 'TH')],
  },
  secretariat: {
    name: 'Aisyah Pramesti',
    email: mail('secretariat'),
    locale: 'en',
    appointments: [of('secretariat', null), of('secretariat', null, PLUS_THREE)],
  },
  secretariat2: {
    name: 'Daniel Ong',
    email: mail('secretariat.2'),
    locale: 'en',
    appointments: [of('secretariat', null)],
  },
  bnHead: head('Norhayati binti Haji Salleh', 'BN'),
  bnDelegate: delegate('Faizal bin Haji Omar', 'BN'),
  khHead: head('Sok Chanthavy', 'KH'),
  khDelegate: delegate('Chea Rithy', 'KH'),
  idHead: head('Ratna Wulandari', 'ID'),
  idDelegate: delegate('Bagus Prasetyo', 'ID'),
  laHead: head('Khamla Phommachanh', 'LA'),
  laDelegate: delegate('Souphaphone Vongsa', 'LA'),
  myHead: head('Nurul Aini binti Rahman', 'MY'),
  myDelegate: delegate('Arvind Subramaniam', 'MY'),
  mmHead: head('Khin Thandar Win', 'MM'),
  mmDelegate: delegate('Zaw Min Htet', 'MM'),
  phHead: head('Maria Lourdes Santillan', 'PH'),
  phDelegate: delegate('Jose Antonio Villareal', 'PH'),
  sgHead: head('Tan Wei Ling', 'SG'),
  sgDelegate: delegate('Mohamed Hafiz Ismail', 'SG'),
  thHead: head('Siriporn Thongchai', 'TH'),
  thDelegate: delegate('Nattapong Wongsiri', 'TH'),
  vnHead: head('Nguyễn Thị Minh Hà', 'VN'),
  vnDelegate: delegate('Trần Quốc Bảo', 'VN'),
  reviewer: {
    name: 'Hannah Reyes',
    email: mail('reviewer'),
    locale: 'en',
    appointments: [of('reviewer', null)],
  },
  reviewer2: {
    name: 'พิมพ์ชนก ศรีสาย',
    email: mail('reviewer.2'),
    locale: 'th',
    appointments: [of('reviewer', null)],
  },
  observer: {
    name: 'Maria do Céu Soares',
    email: mail('observer.tl'),
    locale: 'en',
    appointments: [of('observer', 'TL', ACCSM, TIMOR_LESTE_FIRST_SEAT)],
  },
  /** Delegate and head by appointment, observers until the day of admission: the dates of the membership decide. */
  tlDelegate: {
    name: 'João Belo Amaral',
    email: mail('delegate.tl'),
    locale: 'en',
    appointments: [of('delegate', 'TL', ACCSM, TIMOR_LESTE_FIRST_SEAT)],
  },
  tlHead: {
    name: 'Domingas Ximenes Pereira',
    email: mail('head.tl'),
    locale: 'en',
    appointments: [of('headOfDelegation', 'TL', ACCSM, TIMOR_LESTE_FIRST_SEAT)],
  },
  administrator: {
    name: 'Arif Hakim',
    email: mail('administrator'),
    locale: 'en',
    appointments: [of('administrator', null, null)],
  },
  auditor: {
    name: 'Grace Lim',
    email: mail('auditor'),
    locale: 'en',
    appointments: [of('auditor', null, null)],
  },
  /** Belongs to the Plus Three track only and must learn nothing of the ACCSM's texts. */
  jpDelegate: {
    name: 'Sato Haruka',
    email: mail('delegate.jp'),
    locale: 'en',
    appointments: [of('delegate', 'JP', PLUS_THREE)],
  },
} as const satisfies Record<string, SeedPerson>;

export type PersonKey = keyof typeof PEOPLE;
