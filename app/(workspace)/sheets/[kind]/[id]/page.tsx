import type { Metadata } from 'next';
import { refusalPage } from '@/app/_lib/refusal';
import { sheetTarget } from '@/app/_lib/sheet-target';
import { getLocale, requireViewer } from '@/app/_lib/viewer';
import { ClientMessages } from '@/components/i18n/client-messages';
import { SheetDecision } from '@/components/sheets/sheet-decision';
import { SheetRun } from '@/components/sheets/sheet-run';
import { SheetUpload } from '@/components/sheets/sheet-upload';
import { Breadcrumb } from '@/components/ui/breadcrumb';
import { buttonClass, LinkButton } from '@/components/ui/button';
import { Container } from '@/components/ui/container';
import { Disclosure } from '@/components/ui/disclosure';
import { Notice } from '@/components/ui/notice';
import { PageHeader, Section } from '@/components/ui/page';
import { refuse } from '@/domain/refusal';
import { MOST_ROWS } from '@/domain/sheets/table';
import type { Locale } from '@/messages/locale';
import { pickMessages } from '@/messages/pick';
import { translator } from '@/messages/translate';
import { getSheetImport, type SheetPage } from '@/server/queries/sheets';
import { getRuntime } from '@/server/runtime';
import { dropSheetAction, importSheetAction } from './actions';

interface Props {
  params: Promise<{ kind: string; id: string }>;
  searchParams: Promise<{ written?: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await getLocale(), 'sheets')('title') };
}

/** A file is taken, filled in and brought back; what it would do is shown; then all of it is written, or nothing. */
export default async function SheetImportPage(props: Props) {
  const named = await props.params;
  const { actor, locale } = await requireViewer();
  const target = sheetTarget(named);
  if (target === null) return refusalPage(refuse('PO1'), locale);
  const found = getSheetImport(getRuntime(), actor, { target, locale });
  if (!found.ok) return refusalPage(found, locale);
  const { facts, place, waiting } = found.value;
  const t = translator(locale, 'sheets');
  const title = titleOf(found.value, locale);
  const back = backOf(found.value);
  const written = Number((await props.searchParams).written ?? Number.NaN);
  const isClosed = place !== null && !place.isOpen;
  const upload = { kind: target.kind, target: target.id, mostRows: MOST_ROWS };
  return (
    <Container width="wide">
      <PageHeader
        eyebrow={<Breadcrumb above={[{ href: back, label: facts.title }]}>{title}</Breadcrumb>}
        title={title}
        lead={t('page.lead')}
      />
      <ClientMessages locale={locale} messages={pickMessages(locale, ['sheets'])}>
        {Number.isSafeInteger(written) && waiting === null ? (
          <div className="mb-6">
            <Notice tone="done" actions={<LinkButton href={back}>{facts.title}</LinkButton>}>
              {t('run.done', { count: written })}
            </Notice>
          </div>
        ) : null}
        {isClosed ? (
          <div className="mb-6">
            <Notice tone="warn">{t('page.closed')}</Notice>
          </div>
        ) : null}
        {waiting === null ? (
          <div className="grid items-start gap-x-8 lg:grid-cols-2">
            <Take target={upload} locale={locale} />
            {isClosed ? null : (
              <Section title={t('page.bring')}>
                <SheetUpload {...upload} tone="primary" />
              </Section>
            )}
          </div>
        ) : (
          <div className="grid items-start gap-x-8 xl:grid-cols-[minmax(0,1fr)_minmax(20rem,26rem)]">
            <div className="order-2 min-w-0 xl:order-1">
              <SheetRun {...waiting} locale={locale} />
            </div>
            <div className="order-1 min-w-0 xl:sticky xl:top-4 xl:order-2">
              <Section title={t('run.title')}>
                <SheetDecision
                  key={waiting.id}
                  file={{ kind: target.kind, target: target.id, id: waiting.id }}
                  writes={waiting.run.writes.length}
                  findings={waiting.run.findings.length}
                  importSheet={importSheetAction}
                  dropSheet={dropSheetAction}
                />
              </Section>
              <Disclosure summary={t('page.another')} className="mb-6">
                <p className="mb-3 text-sm text-muted">{t('page.anotherHint')}</p>
                <SheetUpload {...upload} tone="plain" />
              </Disclosure>
            </div>
          </div>
        )}
      </ClientMessages>
    </Container>
  );
}

function Take({ target, locale }: { target: { kind: string; target: string }; locale: Locale }) {
  const t = translator(locale, 'sheets');
  const address = `/api/sheets/${target.kind}/${target.target}`;
  const what = target.kind === 'return' ? 'return' : target.kind === 'indicators' ? 'indicators' : 'matrix';
  return (
    <Section title={t('page.take')}>
      <p className="mb-4 text-sm text-muted">{t('page.takeText')}</p>
      <div className="flex flex-wrap gap-3">
        <a className={buttonClass()} href={address}>
          {t(`download.${what}`)}
        </a>
        <a className={buttonClass('quiet')} href={`${address}?format=csv`}>
          {t(`download.${what}Csv`)}
        </a>
      </div>
    </Section>
  );
}

function titleOf({ facts }: SheetPage, locale: Locale): string {
  const t = translator(locale, 'sheets');
  if (facts.kind !== 'return') return t(`page.title.${facts.kind}`);
  const country = facts.countries.find(({ code }) => code === facts.country);
  return t('page.title.return', {
    country: (locale === 'th' ? country?.thaiName : country?.shortName) ?? facts.country,
  });
}

function backOf({ facts, place }: SheetPage): string {
  if (facts.kind === 'return' && place !== null) return `/rounds/${place.roundId}/returns/${place.country}`;
  if (facts.kind === 'indicators') return `/plans/${facts.planId}/indicators`;
  return facts.kind === 'activities' ? `/plans/${facts.planId}` : '/follow-up';
}
