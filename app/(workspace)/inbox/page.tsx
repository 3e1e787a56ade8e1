import type { Metadata } from 'next';
import { getLocale, requireViewer } from '@/app/_lib/viewer';
import { InboxDays } from '@/components/notices/inbox-days';
import { InboxFilter } from '@/components/notices/inbox-filter';
import { ActionForm } from '@/components/ui/action-form';
import { LinkButton } from '@/components/ui/button';
import { Container } from '@/components/ui/container';
import { EmptyState } from '@/components/ui/empty-state';
import { formWords } from '@/components/ui/form-words';
import { Card, PageHeader } from '@/components/ui/page';
import { translator } from '@/messages/translate';
import { countriesFor } from '@/server/queries/countries';
import { inboxFor } from '@/server/queries/inbox';
import { getRuntime } from '@/server/runtime';
import { markAllReadAction, markReadAction } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await getLocale(), 'notices')('title') };
}

export default async function InboxPage(props: {
  searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}) {
  const viewer = await requireViewer();
  const { locale, actor } = viewer;
  const runtime = getRuntime();
  const t = translator(locale, 'notices');
  const query = await props.searchParams;
  const one = (name: string) => {
    const value = query[name];
    return typeof value === 'string' && value !== '' ? value : null;
  };
  const unreadOnly = query.show === 'unread';
  const documentId = one('document');
  const before = one('before');
  const inbox = inboxFor(runtime, actor, { unreadOnly, documentId, before });
  const isFiltered = documentId !== null || before !== null;
  const empty = isFiltered ? t('noneHere') : unreadOnly ? t('noneUnread') : t('none');
  return (
    <Container>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={
          inbox.unread === 0 ? undefined : (
            <ActionForm
              action={markAllReadAction}
              words={formWords(locale)}
              submit={t('markAll')}
              className="grid"
            />
          )
        }
      />
      <InboxFilter
        unreadOnly={unreadOnly}
        documentId={documentId}
        documents={inbox.documents}
        locale={locale}
      />
      {inbox.days.length === 0 && inbox.older === null ? (
        <Card>
          <EmptyState title={empty}>{isFiltered || unreadOnly ? null : t('noneText')}</EmptyState>
        </Card>
      ) : (
        <InboxDays
          days={inbox.days}
          countries={countriesFor(runtime)}
          locale={locale}
          markRead={markReadAction}
        />
      )}
      <nav aria-label={t('title')} className="flex flex-wrap gap-2">
        {before === null ? null : (
          <LinkButton href={address(unreadOnly, documentId, null)}>{t('newest')}</LinkButton>
        )}
        {inbox.older === null ? null : (
          <LinkButton href={address(unreadOnly, documentId, inbox.older)}>{t('older')}</LinkButton>
        )}
      </nav>
    </Container>
  );
}

function address(unreadOnly: boolean, documentId: string | null, before: string | null): string {
  const query = new URLSearchParams({
    ...(unreadOnly ? { show: 'unread' } : {}),
    ...(documentId === null ? {} : { document: documentId }),
    ...(before === null ? {} : { before }),
  });
  return query.size === 0 ? '/inbox' : `/inbox?${query}`;
}
