import { startOfDay } from '../domain/body/days';

/** The instant a day begins at the seat of the meetings; ends are exclusive. */
function day(date: string): string {
  return startOfDay(date);
}

export interface SeedMembership {
  readonly country: string;
  readonly standing: 'member' | 'observer' | 'partner';
  readonly from: string;
  readonly to: string | null;
}

export interface SeedChairTerm {
  readonly country: string;
  readonly name: string;
  readonly from: string;
  readonly to: string | null;
}

export interface SeedBody {
  readonly acronym: string;
  readonly name: string;
  readonly nameThai: string;
  readonly symbolTemplate: string;
  readonly memberships: readonly SeedMembership[];
  readonly chairTerms: readonly SeedChairTerm[];
}

function member(country: string, from: string, to: string | null = null): SeedMembership {
  return { country, standing: 'member', from: day(from), to: to === null ? null : day(to) };
}

function observer(country: string, from: string, to: string): SeedMembership {
  return { country, standing: 'observer', from: day(from), to: day(to) };
}

function term(country: string, name: string, from: string, to: string | null): SeedChairTerm {
  return { country, name, from: day(from), to: to === null ? null : day(to) };
}

/**
 * The ASEAN Cooperation on Civil Service Matters. Years of joining are those of the conference of 1981 and of
 * admission to ASEAN; for Cambodia they follow the account that names observer 2000 and member 2001. Public
 * sources give the chair's terms by year, so days are the first of a month. The last term is the demo's own:
 * without it nobody of the demo could act as chair today, and it says so by its name.
 */
export const ACCSM: SeedBody = {
  acronym: 'ACCSM',
  name: 'ASEAN Cooperation on Civil Service Matters',
  nameThai: 'ความร่วมมืออาเซียนด้านกิจการราชการพลเรือน',
  symbolTemplate: 'ACCSM/{meeting}/SOM/{kind}.{number}',
  memberships: [
    member('BN', '1984-01-08'),
    observer('KH', '2000-01-01', '2001-01-01'),
    member('KH', '2001-01-01'),
    member('ID', '1981-01-01'),
    member('LA', '1997-07-23'),
    member('MY', '1981-01-01'),
    member('MM', '1997-07-23'),
    member('PH', '1981-01-01'),
    member('SG', '1981-01-01'),
    member('TH', '1981-01-01'),
    observer('TL', '2023-05-01', '2025-10-26'),
    member('TL', '2025-10-26'),
    member('VN', '1995-07-28'),
  ],
  chairTerms: [
    term('PH', '18th ACCSM', '2015-01-01', '2017-01-01'),
    term('SG', '19th ACCSM', '2017-01-01', '2019-01-01'),
    term('TH', '20th ACCSM', '2019-01-01', '2021-01-01'),
    term('VN', '21st ACCSM', '2021-01-01', '2022-09-01'),
    term('BN', '22nd ACCSM', '2022-09-01', '2024-09-01'),
    term('KH', '23rd ACCSM', '2024-09-01', '2026-09-01'),
    term('TH', 'Demonstration: Thailand in the chair', '2019-01-01', null),
  ],
};

/**
 * The Plus Three track since the Luang Prabang Joint Declaration of 2010: a body of its own with its own members,
 * so that the demo has two worlds kept apart.
 */
export const ACCSM_PLUS_THREE: SeedBody = {
  acronym: 'ACCSM+3',
  name: 'ASEAN Cooperation on Civil Service Matters Plus Three',
  nameThai: 'ความร่วมมืออาเซียนบวกสามด้านกิจการราชการพลเรือน',
  symbolTemplate: 'ACCSM+3/{meeting}/{kind}.{number}',
  memberships: ['BN', 'KH', 'CN', 'ID', 'JP', 'LA', 'MY', 'MM', 'PH', 'KR', 'SG', 'TH', 'VN'].map((country) =>
    member(country, '2010-10-29'),
  ),
  chairTerms: [],
};

export const BODIES: readonly SeedBody[] = [ACCSM, ACCSM_PLUS_THREE];
