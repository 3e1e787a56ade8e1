import { Flag } from '@/components/ui/flag';
import type { Role } from '@/domain/body/grants';
import type { Locale } from '@/messages/locale';
import { translator } from '@/messages/translate';
import { DemoCard, DemoDoor } from './demo-card';

/** As server/queries/entry gives them. */
export interface DemoPersonLine {
  readonly userId: string;
  readonly name: string;
  readonly role: Role;
  readonly country: string | null;
  readonly countryName: string | null;
  readonly countryNameThai: string | null;
  readonly body: string | null;
}

/** The cast for a first look: who plays a part in the way of a text from draft to adopted. */
const CAST: readonly (readonly [role: Role, howMany: number])[] = [
  ['chair', 1],
  ['delegate', 2],
  ['reviewer', 1],
  ['secretariat', 1],
  ['observer', 1],
];

export function DemoPeople(props: { people: readonly DemoPersonLine[]; next: string; locale: Locale }) {
  const { people, locale } = props;
  const t = translator(locale, 'auth');
  const cast = castOf(people);
  const others = people.filter((person) => !cast.includes(person));
  return (
    <section aria-labelledby="demo-title">
      <h2 id="demo-title" className="font-serif text-xl font-semibold">
        {t('demo.title')}
      </h2>
      <p className="mt-1 mb-4 max-w-prose text-muted">{t('demo.lead')}</p>
      <DemoDoor next={props.next} failed={t('demo.failed')}>
        <ul className="grid gap-2.5 sm:grid-cols-2">
          {cast.map((person) => (
            <li key={person.userId} className="grid">
              <PersonCard person={person} locale={locale} />
            </li>
          ))}
        </ul>
        {others.length === 0 ? null : (
          <details className="group mt-3">
            <summary className="inline-flex min-h-9 cursor-pointer list-none items-center gap-1.5 rounded text-sm font-medium text-accent hover:underline [&::-webkit-details-marker]:hidden">
              <span aria-hidden="true" className="transition-transform group-open:rotate-90">
                ›
              </span>
              {t('demo.everyone', { count: people.length })}
            </summary>
            <ul className="mt-2 grid gap-x-6 sm:grid-cols-2">
              {others.map((person) => (
                <li key={person.userId} className="border-b border-line/70">
                  <PersonRow person={person} locale={locale} />
                </li>
              ))}
            </ul>
          </details>
        )}
      </DemoDoor>
    </section>
  );
}

function PersonCard(props: { person: DemoPersonLine; locale: Locale }) {
  const { person } = props;
  return (
    <DemoCard
      userId={person.userId}
      label={labelOf(props)}
      className="flex min-h-17 cursor-pointer items-center gap-3.5 rounded-lg border border-line bg-paper px-4 py-3 text-left shadow-card transition-colors hover:border-accent hover:bg-accent-soft disabled:cursor-progress disabled:opacity-60 aria-busy:border-accent aria-busy:opacity-100"
    >
      <span className="flex w-9 shrink-0 justify-center">
        {person.country === null ? <Seal /> : <Flag country={person.country} size={24} />}
      </span>
      <span className="min-w-0">
        <span className="block truncate font-medium">{person.name}</span>
        <span className="block truncate text-[0.8125rem] text-muted">{placeOf(props)}</span>
      </span>
    </DemoCard>
  );
}

function PersonRow(props: { person: DemoPersonLine; locale: Locale }) {
  const { person } = props;
  return (
    <DemoCard
      userId={person.userId}
      label={labelOf(props)}
      className="flex min-h-11 w-full cursor-pointer items-center gap-2.5 rounded px-1 py-1.5 text-left hover:bg-accent-soft disabled:cursor-progress disabled:opacity-60 aria-busy:opacity-100"
    >
      <span className="flex w-6 shrink-0 justify-center">
        {person.country === null ? <Seal size={15} /> : <Flag country={person.country} size={14} />}
      </span>
      <span className="min-w-0 text-sm leading-tight">
        <span className="block truncate">{person.name}</span>
        <span className="block truncate text-[0.8125rem] text-muted">{placeOf(props)}</span>
      </span>
    </DemoCard>
  );
}

/** People of no delegation: the staff of the house. */
function Seal(props: { size?: number }) {
  const size = props.size ?? 26;
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" fill="none" aria-hidden="true" className="text-muted">
      <circle cx="12" cy="12" r="9.5" stroke="currentColor" strokeWidth="1.3" />
      <circle cx="12" cy="9.5" r="2.8" stroke="currentColor" strokeWidth="1.3" />
      <path d="M6.5 18c.8-3 2.7-4.2 5.5-4.2s4.7 1.2 5.5 4.2" stroke="currentColor" strokeWidth="1.3" />
    </svg>
  );
}

function placeOf(props: { person: DemoPersonLine; locale: Locale }): string {
  const { person, locale } = props;
  const t = translator(locale, 'common');
  const country = locale === 'th' ? person.countryNameThai : person.countryName;
  const where = country ?? person.body ?? translator(locale, 'auth')('demo.installation');
  return `${t(`role.${person.role}`)} · ${where}`;
}

function labelOf(props: { person: DemoPersonLine; locale: Locale }): string {
  const t = translator(props.locale, 'auth');
  return t('demo.signInAs', { name: props.person.name, role: placeOf(props) });
}

/** Two delegates of different countries, the first of whom is not the chair's. */
function castOf(people: readonly DemoPersonLine[]): DemoPersonLine[] {
  const chair = people.find((person) => person.role === 'chair')?.country;
  return CAST.flatMap(([role, howMany]) =>
    people
      .filter((person) => person.role === role && (role !== 'delegate' || person.country !== chair))
      .slice(0, howMany),
  );
}
