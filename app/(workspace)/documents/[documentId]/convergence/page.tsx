import type { Metadata } from 'next';
import { refusalPage } from '@/app/_lib/refusal';
import { getLocale, requireViewer } from '@/app/_lib/viewer';
import { compareHref } from '@/components/compare/choice';
import { ConvergenceChart, type RevisionFacts } from '@/components/convergence/chart';
import { ConvergenceNumbers } from '@/components/convergence/numbers';
import { OpenChart } from '@/components/convergence/open-chart';
import { LinkButton } from '@/components/ui/button';
import { Disclosure } from '@/components/ui/disclosure';
import { Notice } from '@/components/ui/notice';
import type { Locale } from '@/messages/locale';
import { translator } from '@/messages/translate';
import { type ConvergencePoint, convergenceOf } from '@/server/queries/convergence';
import { getRuntime } from '@/server/runtime';

interface Props {
  params: Promise<{ documentId: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await getLocale(), 'convergence')('title') };
}

/** How the text came together over its revisions. */
export default async function ConvergencePage(props: Props) {
  const { documentId } = await props.params;
  const { actor, locale } = await requireViewer();
  const found = await convergenceOf(getRuntime(), actor, documentId);
  if (!found.ok) return refusalPage(found, locale);
  const t = translator(locale, 'convergence');
  const revisions = found.value.points.map((point) => factsOf(documentId, point, locale));
  const isUncounted = revisions.some(({ href, inserted }) => href !== null && inserted === null);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
      <header>
        <h2 className="font-serif text-[1.45rem] leading-tight font-semibold">{t('heading')}</h2>
        <p className="mt-1.5 max-w-4xl text-muted">{t('lead')}</p>
      </header>
      {revisions.length === 0 ? (
        <Notice
          title={t('none.title')}
          actions={<LinkButton href={`/documents/${documentId}/versions`}>{t('none.toVersions')}</LinkButton>}
        >
          <p>{t('none.body')}</p>
        </Notice>
      ) : (
        <>
          <div className="rounded-lg border border-line bg-paper p-4 shadow-card sm:p-6">
            <ConvergenceChart revisions={revisions} locale={locale} />
          </div>
          <OpenChart revisions={revisions} locale={locale} />
          {isUncounted ? <Notice>{t('uncountedNote')}</Notice> : null}
          <Disclosure summary={t('table.open')}>
            <ConvergenceNumbers revisions={revisions} locale={locale} />
          </Disclosure>
          <p className="max-w-4xl text-sm text-muted">{t('standingNote')}</p>
        </>
      )}
    </div>
  );
}

function factsOf(documentId: string, point: ConvergencePoint, locale: Locale): RevisionFacts {
  const { version, against, counts } = point;
  const to = version === 'now' ? 'now' : version.number;
  return {
    key: String(to),
    name: nameOf(version, locale),
    at: point.at,
    inserted: counts?.wordsInserted ?? null,
    deleted: counts?.wordsDeleted ?? null,
    words: point.words,
    standing: point.standing,
    openBrackets: point.open.brackets,
    openPlaceholders: point.open.placeholders,
    openClauses: point.open.clauses,
    href:
      against === null
        ? null
        : compareHref(documentId, {
            from: against.number,
            to,
            fromDocument: against.documentId === documentId ? null : against.documentId,
          }),
  };
}

/** Short, for the axis of a chart: the adopted text bears the number of the last revision, and is not it. */
function nameOf(version: ConvergencePoint['version'], locale: Locale): string {
  if (version === 'now') return translator(locale, 'convergence')('now');
  if (version.kind === 'adopted') return translator(locale, 'common')('state.adopted');
  return translator(locale, 'versions')('title.revision', { revision: version.revision ?? 0 });
}
