import Link from 'next/link';
import { delegationNames } from '@/components/positions/names';
import { StateMark } from '@/components/positions/state-mark';
import type { AwaitedAct } from '@/domain/negotiation/awaits';
import type { ClauseState } from '@/domain/negotiation/clause-state';
import type { Stance } from '@/domain/negotiation/types';
import type { Locale } from '@/messages/locale';
import type { NamedCountry } from '@/messages/names';
import { translator } from '@/messages/translate';

/** server/queries/negotiation: NegotiationClause. */
export interface ClauseLineData {
  readonly id: string;
  readonly kind: 'heading' | 'title' | string;
  readonly citation: string;
  readonly opening: string;
  readonly hash: string;
  readonly state: ClauseState;
  readonly changedSince: boolean;
  readonly brackets: number;
  readonly proposals: number;
  readonly pending: readonly string[];
  readonly objects: readonly string[];
  readonly reserves: readonly string[];
  readonly proposes: readonly string[];
  readonly adRef: readonly string[];
  readonly toReconfirm: readonly string[];
  readonly notSpoken: readonly string[];
  readonly holdsBracket: readonly string[];
  readonly own: { readonly stance: Stance; readonly ring: 'delegation' | 'chair' | 'tabled' } | null;
  readonly awaits: AwaitedAct | null;
}

/** The clauses of a text, one line each: number, opening words, how it stands, and who stands in the way. */
export function ClauseLines(props: {
  documentId: string;
  clauses: readonly ClauseLineData[];
  /** How many delegations there are to speak: where none has, that is said once. */
  members: readonly string[];
  language: string;
  countries: readonly NamedCountry[];
  locale: Locale;
  /** The form that chosen clauses belong to, or null where nothing can be chosen. */
  form: string | null;
}) {
  const t = translator(props.locale, 'negotiation');
  return (
    <ol className="divide-y divide-line rounded-lg border border-line bg-paper shadow-card">
      {props.clauses.map((clause) => {
        const name = clause.citation === '' ? clause.opening : clause.citation;
        return (
          <li key={clause.id} className="flex gap-3 px-4 py-3">
            {props.form === null ? null : (
              <input
                type="checkbox"
                name="on"
                form={props.form}
                value={`${clause.id} ${clause.hash}`}
                aria-label={t('line.choose', { clause: name })}
                className="mt-1 size-4 shrink-0"
              />
            )}
            <div className="min-w-0 grow">
              <p className="flex flex-wrap items-baseline gap-x-2.5 gap-y-1 sm:flex-nowrap">
                {clause.citation === '' ? null : (
                  <span className="text-sm font-medium whitespace-nowrap text-muted">{clause.citation}</span>
                )}
                <Link
                  prefetch={false}
                  href={`/documents/${props.documentId}/negotiation/${clause.id}`}
                  lang={props.language}
                  className={`min-w-0 font-serif break-words no-underline hover:underline ${clause.kind === 'heading' || clause.kind === 'title' ? 'font-semibold' : ''}`}
                >
                  {clause.opening}
                </Link>
              </p>
              <div className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 text-[0.8125rem] text-muted">
                <StateMark state={clause.state} locale={props.locale} />
                {facts(clause, props).map((fact) => (
                  <span key={fact}>{fact}</span>
                ))}
              </div>
              {clause.awaits === null ? null : (
                <p className="mt-1 text-[0.8125rem] font-medium text-accent">
                  {t(`awaits.${clause.awaits}`)}
                </p>
              )}
            </div>
          </li>
        );
      })}
    </ol>
  );
}

function facts(
  clause: ClauseLineData,
  props: {
    members: readonly string[];
    countries: readonly NamedCountry[];
    locale: Locale;
  },
): string[] {
  const t = translator(props.locale, 'negotiation');
  const positions = translator(props.locale, 'positions');
  const names = (codes: readonly string[]) => delegationNames(codes, props.countries, props.locale);
  const said: string[] = [];
  if (clause.changedSince) said.push(t('line.changedSince'));
  if (clause.brackets > 0) said.push(t('line.brackets', { count: clause.brackets }));
  if (clause.proposals > 0) said.push(t('line.proposals', { count: clause.proposals }));
  for (const kind of ['objects', 'reserves', 'proposes', 'toReconfirm', 'pending'] as const) {
    if (clause[kind].length > 0) said.push(t(`line.${kind}`, { delegations: names(clause[kind]) }));
  }
  const adRef = clause.adRef.filter((code) => !clause.pending.includes(code));
  if (adRef.length > 0) said.push(t('line.adRef', { delegations: names(adRef) }));
  // What is agreed was found with those in the room; who has not spoken matters while it is not.
  if (clause.state === 'open' || clause.state === 'contested') {
    if (clause.notSpoken.length === props.members.length) said.push(t('line.nobodySpoke'));
    else if (clause.notSpoken.length > 0)
      said.push(t('line.notSpoken', { delegations: names(clause.notSpoken) }));
  }
  if (clause.own !== null) {
    const own = t('line.own', { stance: positions(`stance.${clause.own.stance}`) });
    const ring =
      clause.own.ring === 'tabled'
        ? ''
        : ` ${t('line.ownRing', { ring: positions(`ring.${clause.own.ring}`) })}`;
    said.push(`${own}${ring}`);
  }
  return said;
}
