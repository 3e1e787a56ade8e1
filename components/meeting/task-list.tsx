import Link from 'next/link';
import { LinkButton } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import type { Locale } from '@/messages/locale';
import { countryName, type NamedCountry } from '@/messages/names';
import { translator } from '@/messages/translate';
import { type ListedDocument, StateBadge } from './document-facts';

type NegotiationTaskKind =
  | 'confirmAdoption'
  | 'silence'
  | 'confirmAdRef'
  | 'reconfirm'
  | 'consent'
  | 'onBehalf'
  | 'release'
  | 'dispose';

/** server/queries/home: HomeTask. */
export interface TaskData {
  readonly kind:
    | NegotiationTaskKind
    | 'confirmDecision'
    | 'confirmCorrigendum'
    | 'pensDown'
    | 'place'
    | 'preside'
    | 'compare'
    | 'comment'
    | 'write';
  readonly count: number | null;
  readonly document: ListedDocument & { readonly meeting: { readonly id: string } | null };
  readonly revisions: {
    readonly from: number;
    readonly to: number;
    readonly fromRevision: number;
    readonly toRevision: number;
  } | null;
  readonly othersSince: readonly string[] | null;
}

/** What awaits a person, the most pressing first. Its step is the page's one primary action. */
export function TaskList(props: {
  tasks: readonly TaskData[];
  countries: readonly NamedCountry[];
  locale: Locale;
}) {
  const t = translator(props.locale, 'home');
  if (props.tasks.length === 0) {
    return (
      <div className="mb-6 rounded-lg border border-line bg-paper px-5 py-4 shadow-card">
        <EmptyState title={t('tasks.none')}>{t('tasks.noneText')}</EmptyState>
      </div>
    );
  }
  return (
    <ol className="mb-6 divide-y divide-line rounded-lg border border-line bg-paper shadow-card">
      {props.tasks.map((task, index) => (
        <li
          key={`${task.document.id} ${task.kind}`}
          className="grid gap-x-6 gap-y-3 px-5 py-4 sm:grid-cols-[minmax(0,1fr)_auto] sm:items-center"
        >
          <div className="min-w-0">
            <p className="text-sm font-medium text-accent">{instruction(task, props.locale)}</p>
            <h2 className="mt-0.5 font-serif text-lg leading-snug font-semibold text-pretty">
              <Link
                href={`/documents/${task.document.id}`}
                lang={task.document.language}
                className="no-underline hover:underline"
              >
                {task.document.title}
              </Link>
            </h2>
            <p className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 text-[0.8125rem] text-muted">
              <span className="tracking-wide">{task.document.symbol}</span>
              <StateBadge state={task.document.state} locale={props.locale} />
              {task.kind === 'write' ? <span>{since(task, props.countries, props.locale)}</span> : null}
            </p>
          </div>
          <LinkButton
            tone={index === 0 ? 'primary' : 'plain'}
            href={hrefOf(task)}
            className="justify-self-start"
          >
            {t(
              task.kind === 'place' && task.document.meeting === null
                ? 'tasks.do.placeNone'
                : `tasks.do.${task.kind}`,
            )}
            <span className="sr-only">: {task.document.symbol}</span>
          </LinkButton>
        </li>
      ))}
    </ol>
  );
}

function instruction(task: TaskData, locale: Locale): string {
  const t = translator(locale, 'home');
  if (task.count !== null) return t(`tasks.${task.kind}`, { count: task.count });
  if (task.kind !== 'compare') return t(`tasks.${task.kind}`, { count: 1 });
  return t('tasks.compare', {
    from: task.revisions?.fromRevision ?? 0,
    to: task.revisions?.toRevision ?? 0,
  });
}

function since(task: TaskData, countries: readonly NamedCountry[], locale: Locale): string {
  const t = translator(locale, 'home');
  if (task.othersSince === null) return t('tasks.writeNew');
  if (task.othersSince.length === 0) return t('tasks.writeSame');
  const secretariat = translator(locale, 'common')('secretariatHand');
  const delegations = task.othersSince.map((code) => {
    const country = countries.find((entry) => entry.code === code);
    return country === undefined ? secretariat : countryName(locale, country);
  });
  return t('tasks.writeOthers', { delegations: new Intl.ListFormat(locale).format(delegations) });
}

function hrefOf(task: TaskData): string {
  const own = `/documents/${task.document.id}`;
  if (task.kind === 'pensDown' || task.kind === 'confirmAdoption') return `${own}/adopt`;
  if (task.kind === 'confirmDecision') return `${own}/decisions`;
  if (task.kind === 'confirmCorrigendum') return `${own}/record`;
  if (task.kind === 'silence') return `${own}/silence`;
  if (task.kind === 'release' || task.kind === 'onBehalf') return `${own}/proposals`;
  if (task.kind === 'consent') return `${own}/views/brackets`;
  if (task.kind === 'dispose') return `${own}/negotiation?show=mine`;
  if (task.kind === 'confirmAdRef' || task.kind === 'reconfirm') return `${own}/negotiation?show=mine`;
  if (task.kind === 'place')
    return task.document.meeting === null ? own : `/meetings/${task.document.meeting.id}`;
  if (task.kind === 'compare' && task.revisions !== null) {
    return `${own}/compare?from=${task.revisions.from}&to=${task.revisions.to}`;
  }
  return own;
}
