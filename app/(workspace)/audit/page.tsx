import type { Metadata } from 'next';
import Link from 'next/link';
import { auditParameters, auditQuery, readAuditAddress } from '@/app/_lib/audit-query';
import { refusalPage } from '@/app/_lib/refusal';
import { getLocale, requireViewer } from '@/app/_lib/viewer';
import { AuditFilter } from '@/components/procedure/audit-filter';
import { AuditTable } from '@/components/procedure/audit-table';
import { ChainNotice } from '@/components/procedure/chain-notice';
import { buttonClass, LinkButton } from '@/components/ui/button';
import { Container } from '@/components/ui/container';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader, Section } from '@/components/ui/page';
import { translator } from '@/messages/translate';
import { type AuditView, readAudit } from '@/server/queries/audit';
import { getRuntime } from '@/server/runtime';

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await getLocale(), 'audit')('title') };
}

export default async function AuditPage(props: Props) {
  const { actor, locale } = await requireViewer();
  const address = readAuditAddress(await props.searchParams);
  const found = await readAudit(getRuntime(), actor, auditQuery(address));
  if (!found.ok) return <Container>{refusalPage(found, locale)}</Container>;
  const view = found.value;
  const t = translator(locale, 'audit');
  const parameters = auditParameters(address);
  const older = new URLSearchParams(parameters);
  older.set('before', String(view.next ?? ''));
  return (
    <Container>
      <PageHeader
        title={t('title')}
        lead={
          <>
            <p>{t('lead')}</p>
            <p className="mt-1 text-sm">{scopeWords(view)}</p>
          </>
        }
        actions={
          <a href={`/api/audit?${parameters}`} className={buttonClass('plain')} download>
            {t('download')}
          </a>
        }
      />
      <div className="mb-6">
        <ChainNotice chain={view.chain} locale={locale} />
      </div>
      <Section title={t('filter.title')}>
        <AuditFilter address={address} kinds={view.kinds} people={view.people} locale={locale} />
      </Section>
      <Section title={t('table.caption')}>
        {view.events.length === 0 ? (
          <EmptyState title={t('none')}>{t('noneText')}</EmptyState>
        ) : (
          <AuditTable events={view.events} bodies={view.bodies} locale={locale} />
        )}
        <div className="mt-4 flex flex-wrap gap-2">
          {address.before === null ? null : (
            <LinkButton href={`/audit?${parameters}`}>{t('newest')}</LinkButton>
          )}
          {view.next === null ? null : (
            <Link className={buttonClass('plain')} href={`/audit?${older}`}>
              {t('older')}
            </Link>
          )}
        </div>
      </Section>
    </Container>
  );

  function scopeWords(shown: AuditView): string {
    const bodies = shown.bodies.map((body) => body.acronym).join(', ');
    if (bodies === '') return t('scope.onlySystem');
    const words = t('scope.bodies', { bodies });
    return shown.system ? `${words} ${t('scope.system')}` : words;
  }
}
