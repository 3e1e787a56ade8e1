import type { Metadata } from 'next';
import { getLocale, requireViewer } from '@/app/_lib/viewer';
import { RoundFields } from '@/components/brainstorm/round-fields';
import { RoundTable } from '@/components/brainstorm/round-table';
import { ActionForm } from '@/components/ui/action-form';
import { Breadcrumb } from '@/components/ui/breadcrumb';
import { Container } from '@/components/ui/container';
import { Disclosure } from '@/components/ui/disclosure';
import { EmptyState } from '@/components/ui/empty-state';
import { formWords } from '@/components/ui/form-words';
import { PageHeader, Section } from '@/components/ui/page';
import { translator } from '@/messages/translate';
import { listRounds, roundsToOpen } from '@/server/queries/brainstorm';
import { getRuntime } from '@/server/runtime';
import { openRoundAction } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await getLocale(), 'brainstorm')('title') };
}

/** The rounds in which delegations name challenges and proposals. */
export default async function BrainstormPage() {
  const { actor, locale } = await requireViewer();
  const runtime = getRuntime();
  const t = translator(locale, 'brainstorm');
  const rounds = listRounds(runtime, actor);
  const bodies = [...new Map(rounds.map(({ body }) => [body.id, body])).values()];
  return (
    <Container>
      <PageHeader
        eyebrow={<Breadcrumb above={[{ href: '/follow-up', label: t('followUp') }]} />}
        title={t('title')}
        lead={t('lead')}
      />
      {rounds.length === 0 ? (
        <Section title={t('rounds')}>
          <EmptyState title={t('none')}>{t('noneText')}</EmptyState>
        </Section>
      ) : (
        bodies.map((body) => (
          <Section key={body.id} title={t('roundsOf', { body: body.acronym })}>
            <RoundTable rounds={rounds.filter((line) => line.body.id === body.id)} locale={locale} />
          </Section>
        ))
      )}
      {roundsToOpen(runtime, actor).map(({ body, meetings }) => (
        <Disclosure key={body.id} summary={t('open', { body: body.acronym })} className="mb-4">
          <ActionForm
            action={openRoundAction}
            words={formWords(locale)}
            submit={t('openDo')}
            hidden={{ bodyId: body.id }}
          >
            <RoundFields meetings={meetings} locale={locale} />
          </ActionForm>
        </Disclosure>
      ))}
    </Container>
  );
}
