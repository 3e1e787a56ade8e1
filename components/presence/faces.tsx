'use client';

import { useTranslations } from '@/components/i18n/use-translations';
import { Flag } from '@/components/ui/flag';
import { initials, inkOn, type PersonInRoom } from './presence';

const MOST_SHOWN = 8;

export interface FacesProps {
  readonly people: readonly PersonInRoom[];
  /** Name of a country in the reader's language, by its code. */
  readonly countryName: (code: string) => string;
  readonly onGoTo: (person: PersonInRoom) => void;
}

/** Who is in the room: flag, initials, and the name for whoever asks. A face with a caret leads to it. */
export function Faces({ people, countryName, onGoTo }: FacesProps) {
  const t = useTranslations('editor.presence');
  if (people.length === 0) return <p className="text-sm whitespace-nowrap text-muted">{t('alone')}</p>;
  const more = people.length - MOST_SHOWN;
  return (
    <ul aria-label={t('title')} className="flex min-w-0 items-center gap-1 overflow-x-auto p-1">
      {people.slice(0, MOST_SHOWN).map((person) => (
        <li key={person.user.id}>
          <Face person={person} countryName={countryName} onGoTo={onGoTo} />
        </li>
      ))}
      {more > 0 ? (
        <li className="text-sm whitespace-nowrap text-muted">{t('more', { count: more })}</li>
      ) : null}
    </ul>
  );
}

function Face({ person, countryName, onGoTo }: Omit<FacesProps, 'people'> & { person: PersonInRoom }) {
  const t = useTranslations('editor.presence');
  const common = useTranslations('common');
  const { user } = person;
  const role = isRole(user.role) ? common(`role.${user.role}`) : user.role;
  const who =
    user.country === null
      ? t('person', { name: user.name, role })
      : t('personFrom', { name: user.name, country: countryName(user.country), role });
  const face = (
    <span
      className="inline-flex h-7 items-center gap-1 rounded-full px-1.5 text-xs leading-none font-semibold"
      style={{ backgroundColor: user.color, color: inkOn(user.color) }}
    >
      <Flag country={user.country} size={11} />
      {initials(user.name)}
    </span>
  );
  if (!person.hasCaret) {
    return (
      <span title={`${who}, ${t('reading')}`} className="inline-flex">
        <span aria-hidden="true">{face}</span>
        <span className="sr-only">{`${who}, ${t('reading')}`}</span>
      </span>
    );
  }
  return (
    <button
      type="button"
      title={who}
      aria-label={`${who}. ${t('goTo', { name: user.name })}`}
      className="inline-flex cursor-pointer rounded-full hover:ring-2 hover:ring-accent"
      onClick={() => onGoTo(person)}
    >
      {face}
    </button>
  );
}

const ROLES = [
  'administrator',
  'secretariat',
  'chair',
  'headOfDelegation',
  'focalPoint',
  'delegate',
  'reviewer',
  'observer',
  'auditor',
] as const;

function isRole(role: string): role is (typeof ROLES)[number] {
  return (ROLES as readonly string[]).includes(role);
}
