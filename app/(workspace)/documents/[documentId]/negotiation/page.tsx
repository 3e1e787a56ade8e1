import type { Metadata } from 'next';
import Link from 'next/link';
import { refusalPage } from '@/app/_lib/refusal';
import { getLocale, requireViewer } from '@/app/_lib/viewer';
import { ChooseAll } from '@/components/negotiation/choose-all';
import { ClauseLines } from '@/components/negotiation/clause-lines';
import { ReadingBar } from '@/components/negotiation/reading-bar';
import { StandingSummary } from '@/components/negotiation/standing-summary';
import { FindingForm } from '@/components/positions/finding-form';
import { delegationName } from '@/components/positions/names';
import { PositionForm } from '@/components/positions/position-form';
import { EmptyState } from '@/components/ui/empty-state';
import { Section } from '@/components/ui/page';
import { CLAUSE_STEPS } from '@/domain/negotiation/clause-steps';
import type { Locale } from '@/messages/locale';
import type { NamedCountry } from '@/messages/names';
import { translator } from '@/messages/translate';
import { countriesFor } from '@/server/queries/countries';
import { type NegotiationClause, type NegotiationView, negotiationOf } from '@/server/queries/negotiation';
import { getRuntime } from '@/server/runtime';
import {
  closeReadingAction,
  findOnClausesAction,
  openReadingAction,
  takePositionAction,
} from '../_actions/positions';

interface Props {
  params: Promise<{ documentId: string }>;
  searchParams: Promise<{ show?: string }>;
}

const FILTERS = ['all', 'mine', 'unsettled', 'contested'] as const;
type Filter = (typeof FILTERS)[number];

/** Chosen clauses, wherever they stand on the page, belong to the form with this id. */
const FORM = 'chosen-clauses';
const ACTS = 'acts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await getLocale(), 'negotiation')('title') };
}

/** The whole text, clause by clause: how each stands, and on whom it waits. */
export default async function NegotiationPage(props: Props) {
  const { documentId } = await props.params;
  const { show } = await props.searchParams;
  const { actor, locale } = await requireViewer();
  const runtime = getRuntime();
  const found = await negotiationOf(runtime, actor, documentId);
  if (!found.ok) return refusalPage(found, locale);
  const view = found.value;
  const t = translator(locale, 'negotiation');
  const countries = countriesFor(runtime);
  const filter = FILTERS.find((known) => known === show) ?? 'all';
  const clauses = view.clauses.filter((clause) => isShown(clause, filter));
  const mayAct = view.speaksFor !== null || view.mayFind;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
      <header>
        <h2 className="font-serif text-[1.45rem] leading-tight font-semibold">{t('heading')}</h2>
        <p className="mt-1.5 max-w-4xl text-muted">{t('principle')}</p>
      </header>
      <ReadingBar
        documentId={documentId}
        readings={view.readings}
        nextReading={view.nextReading}
        mayFind={view.mayFind}
        locale={locale}
        actions={{ open: openReadingAction, close: closeReadingAction }}
      />
      <StandingSummary
        documentId={documentId}
        clauses={view.clauses}
        whole={view.whole}
        members={view.members}
        countries={countries}
        locale={locale}
      />
      <div
        className={
          mayAct
            ? 'grid grid-cols-[minmax(0,1fr)] items-start gap-x-8 gap-y-5 lg:grid-cols-[minmax(0,1fr)_minmax(18rem,22rem)]'
            : ''
        }
      >
        <div className="min-w-0">
          <div className="mb-3 flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
            <Filters documentId={documentId} filter={filter} locale={locale} />
            {mayAct && clauses.length > 0 ? (
              <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
                <ChooseAll form={FORM} all={t('choose.all')} none={t('choose.none')} />
                {/* On a phone the form stands below a long list. */}
                <a
                  href={`#${ACTS}`}
                  className="inline-flex min-h-6 items-center text-sm text-accent lg:hidden"
                >
                  {actsTitle(view, countries, locale)}
                </a>
              </div>
            ) : null}
          </div>
          {clauses.length === 0 ? (
            <EmptyState title={t('none.title')}>{t(`none.${filter}`)}</EmptyState>
          ) : (
            <ClauseLines
              documentId={documentId}
              clauses={clauses}
              members={view.members}
              language={view.document.language}
              countries={countries}
              locale={locale}
              form={mayAct ? FORM : null}
            />
          )}
        </div>
        {mayAct ? <Acts view={view} countries={countries} locale={locale} /> : null}
      </div>
    </div>
  );
}

function isShown(clause: NegotiationClause, filter: Filter): boolean {
  if (filter === 'mine') return clause.awaits !== null;
  if (filter === 'unsettled') return clause.state !== 'agreed' && clause.state !== 'agreedAdRef';
  return filter === 'all' || clause.state === 'contested';
}

function Filters(props: { documentId: string; filter: Filter; locale: Locale }) {
  const t = translator(props.locale, 'negotiation');
  const base = `/documents/${props.documentId}/negotiation`;
  return (
    <nav aria-label={t('filter.label')} className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
      {FILTERS.map((filter) => (
        <Link
          key={filter}
          href={filter === 'all' ? base : `${base}?show=${filter}`}
          aria-current={filter === props.filter ? 'true' : undefined}
          className="inline-flex min-h-6 items-center text-muted underline-offset-4 hover:text-ink aria-[current=true]:font-semibold aria-[current=true]:text-ink aria-[current=true]:underline"
        >
          {t(`filter.${filter}`)}
        </Link>
      ))}
    </nav>
  );
}

function actsTitle(
  { speaksFor }: NegotiationView,
  countries: readonly NamedCountry[],
  locale: Locale,
): string {
  const t = translator(locale, 'positions');
  return speaksFor === null
    ? t('find.title')
    : t('form.title', { delegation: delegationName(speaksFor, countries, locale) });
}

/** What this person may do with the clauses they choose: the delegation's word, or the chair's finding. */
function Acts(props: { view: NegotiationView; countries: readonly NamedCountry[]; locale: Locale }) {
  const { view, countries, locale } = props;
  const t = translator(locale, 'positions');
  const hidden = { documentId: view.document.id };
  if (view.speaksFor === null) {
    return (
      <div id={ACTS} className="scroll-mt-20 lg:sticky lg:top-4">
        <Section title={actsTitle(view, countries, locale)}>
          <p className="mb-4 text-sm text-muted">{t('find.lead')}</p>
          <FindingForm
            id={FORM}
            hidden={hidden}
            action={findOnClausesAction}
            steps={CLAUSE_STEPS}
            members={view.members}
            countries={countries}
            locale={locale}
          />
        </Section>
      </div>
    );
  }
  const { speaksFor } = view;
  return (
    <div id={ACTS} className="scroll-mt-20 lg:sticky lg:top-4">
      <Section title={actsTitle(view, countries, locale)}>
        <p className="mb-3 text-sm text-muted">{t('form.lead')}</p>
        <label className="mb-4 flex min-h-6 items-center gap-2 text-sm">
          <input
            type="checkbox"
            name="on"
            form={FORM}
            value={`* ${view.textHash}`}
            className="size-4 shrink-0"
          />
          {translator(locale, 'negotiation')('choose.wholeText')}
        </label>
        <PositionForm
          id={FORM}
          hidden={hidden}
          action={takePositionAction}
          mayConfirm={view.clauses.some(({ pending }) => pending.includes(speaksFor))}
          locale={locale}
        />
      </Section>
    </div>
  );
}
