import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import type { ReactNode } from 'react';
import { refusalPage } from '@/app/_lib/refusal';
import { getLocale, requireViewer } from '@/app/_lib/viewer';
import { BesideList } from '@/components/brackets/beside-list';
import { BracketCard } from '@/components/brackets/bracket-card';
import { TEXT_VIEWS, type TextViewName, ViewSwitch } from '@/components/brackets/view-switch';
import { LongText } from '@/components/editor/long-text';
import { TextView } from '@/components/editor/text-view';
import { ClientMessages } from '@/components/i18n/client-messages';
import { Flag } from '@/components/ui/flag';
import type { Actor } from '@/domain/policy/can';
import { isPlaceholder } from '@/domain/text/brackets';
import type { Locale } from '@/messages/locale';
import { countryName } from '@/messages/names';
import { pickMessages } from '@/messages/pick';
import { translator } from '@/messages/translate';
import { type BracketView, openBrackets } from '@/server/queries/brackets';
import { countriesFor } from '@/server/queries/countries';
import { cleanView, compilationView, type TextViewResult } from '@/server/queries/text-views';
import { getRuntime } from '@/server/runtime';
import { consentAction, liftBracketAction } from '../../_actions/brackets';

interface Props {
  params: Promise<{ documentId: string; view: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

interface Asked {
  readonly documentId: string;
  readonly actor: Actor;
  readonly locale: Locale;
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const view = viewOf((await props.params).view);
  return view === null ? {} : { title: translator(await getLocale(), 'brackets')(`views.${view}`) };
}

/** One text, seen in the way that is asked for: clean, as a compilation, by delegation, or bracket by bracket. */
export default async function TextViewPage(props: Props) {
  const { documentId, view: segment } = await props.params;
  const view = viewOf(segment);
  if (view === null) notFound();
  const { actor, locale } = await requireViewer();
  const asked = { documentId, actor, locale };
  if (view === 'brackets') return brackets(asked, (await props.searchParams).page);
  const found = await (view === 'clean' ? cleanView : compilationView)(getRuntime(), actor, documentId);
  if (!found.ok) return refusalPage(found, locale);
  if (view === 'delegation') return delegations(asked, found.value);
  return whole(asked, view, found.value);
}

function viewOf(segment: string): Exclude<TextViewName, 'text'> | null {
  const view = TEXT_VIEWS.find((known) => known === segment);
  return view === undefined || view === 'text' ? null : view;
}

function whole({ documentId, locale }: Asked, view: 'clean' | 'compilation', found: TextViewResult) {
  const t = translator(locale, 'brackets');
  const { document, text, open } = found;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <Head documentId={documentId} here={view} locale={locale}>
        {t(`${view}.lead`, {
          brackets: open.brackets,
          placeholders: open.placeholders,
          proposals: found.proposals.length,
        })}
      </Head>
      <p className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
        {view === 'compilation' && document.may.exportText ? (
          <a
            href={`/api/documents/${documentId}/compilation`}
            download
            className="text-accent no-underline hover:underline"
          >
            {t('compilation.download')}
          </a>
        ) : null}
        {document.may.compare ? (
          <Link
            href={`/documents/${documentId}/compare`}
            prefetch={false}
            className="text-accent no-underline hover:underline"
          >
            {t('views.compare')}
          </Link>
        ) : null}
      </p>
      <BesideList documentId={documentId} proposals={found.beside} nameOf={nameIn(locale)} locale={locale} />
      <article className="rounded-lg border border-line bg-paper px-4 py-8 shadow-card sm:px-10 sm:py-12">
        <div className="mx-auto max-w-3xl">
          {found.isLong ? (
            <ClientMessages locale={locale} messages={pickMessages(locale, ['editor', 'long'])}>
              <LongText
                source={`/api/documents/${documentId}/compilation/text?mark=${encodeURIComponent(found.mark)}`}
                mark={found.mark}
                houseStyle={document.houseStyle}
                language={document.language}
              />
            </ClientMessages>
          ) : (
            <TextView
              document={text}
              houseStyle={document.houseStyle}
              locale={locale}
              language={document.language}
            />
          )}
        </div>
      </article>
    </div>
  );
}

/** Delegations with something on the table, each with the way to its view. */
function delegations({ documentId, locale }: Asked, { proposals }: TextViewResult) {
  const t = translator(locale, 'brackets');
  const nameOf = nameIn(locale);
  const counts = new Map<string, number>();
  for (const { country } of proposals) counts.set(country, (counts.get(country) ?? 0) + 1);
  const codes = countriesFor(getRuntime())
    .map(({ code }) => code)
    .filter((code) => counts.has(code));
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <Head documentId={documentId} here="delegation" locale={locale}>
        {t('delegation.lead')}
      </Head>
      {codes.length === 0 ? (
        <p className="text-muted">{t('delegation.none')}</p>
      ) : (
        <ul className="grid max-w-xl gap-1">
          {codes.map((code) => (
            <li key={code}>
              <Link
                href={`/documents/${documentId}/views/delegation/${code}`}
                prefetch={false}
                className="flex items-center gap-2 rounded-md border border-line bg-paper px-3 py-2 no-underline hover:border-accent"
              >
                <Flag country={code} size={12} />
                <span className="font-medium">{nameOf(code)}</span>
                <span className="ml-auto text-sm text-muted">
                  {t('delegation.count', { count: counts.get(code) ?? 0 })}
                </span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

async function brackets({ documentId, actor, locale }: Asked, asked: string | string[] | undefined) {
  const wanted = typeof asked === 'string' ? asked : '1';
  const found = await openBrackets(getRuntime(), actor, { documentId, page: wanted });
  if (!found.ok) return refusalPage(found, locale);
  const t = translator(locale, 'brackets');
  const { counts, document, mayLift, page, pages } = found.value;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <Head documentId={documentId} here="brackets" locale={locale}>
        {t('list.lead', {
          brackets: counts.brackets,
          placeholders: counts.placeholders,
          clauses: counts.clauses,
        })}
      </Head>
      {found.value.brackets.length === 0 ? <p className="text-muted">{t('list.none')}</p> : null}
      <div className="grid max-w-4xl gap-4">
        {found.value.brackets.map((view) => (
          <BracketCard
            key={view.bracket.id}
            documentId={documentId}
            bracket={factsOf(view)}
            mayLift={mayLift}
            actions={{ consent: consentAction, lift: liftBracketAction }}
            nameOf={nameIn(locale)}
            language={document.language}
            locale={locale}
          />
        ))}
      </div>
      {pages < 2 ? null : (
        <nav aria-label={t('list.pages')} className="flex flex-wrap gap-1">
          {Array.from({ length: pages }, (_, index) => index + 1).map((number) => (
            <Link
              key={number}
              href={`/documents/${documentId}/views/brackets?page=${number}`}
              prefetch={false}
              aria-current={number === page ? 'page' : undefined}
              className="min-w-9 rounded px-2.5 py-1 text-center text-sm no-underline hover:bg-accent-soft aria-[current=page]:bg-accent-soft aria-[current=page]:font-medium"
            >
              {number}
            </Link>
          ))}
        </nav>
      )}
    </div>
  );
}

function factsOf({ bracket, ...rest }: BracketView) {
  const { id, clauseId, alternatives } = bracket;
  return { id, clauseId, alternatives, isPlaceholder: isPlaceholder(bracket), ...rest };
}

function Head(props: { documentId: string; here: TextViewName; locale: Locale; children: ReactNode }) {
  const t = translator(props.locale, 'brackets');
  return (
    <header className="grid gap-2">
      <ViewSwitch documentId={props.documentId} here={props.here} locale={props.locale} />
      <h2 className="mt-3 font-serif text-[1.45rem] leading-tight font-semibold">
        {t(`views.${props.here}`)}
      </h2>
      <p className="max-w-4xl text-muted">{props.children}</p>
    </header>
  );
}

function nameIn(locale: Locale): (code: string) => string {
  const names = new Map(
    countriesFor(getRuntime()).map((country) => [country.code, countryName(locale, country)]),
  );
  return (code) => names.get(code) ?? code;
}
