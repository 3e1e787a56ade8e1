import type { Metadata } from 'next';
import Link from 'next/link';
import { getLocale, requireViewer } from '@/app/_lib/viewer';
import { ActionList } from '@/components/meeting-record/action-list';
import { Breadcrumb } from '@/components/ui/breadcrumb';
import { Container } from '@/components/ui/container';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader, Section } from '@/components/ui/page';
import { translator } from '@/messages/translate';
import { countriesFor } from '@/server/queries/countries';
import { type ActionLine, everyAction } from '@/server/queries/meeting-actions';
import { getRuntime } from '@/server/runtime';
import { reportActionAction } from '../meetings/record-actions';

interface Props {
  searchParams: Promise<{ show?: string }>;
}

const CHOICES = ['open', 'overdue', 'own', 'everything'] as const;
type Choice = (typeof CHOICES)[number];

const SHOWN: Readonly<Record<Choice, (action: ActionLine) => boolean>> = {
  open: ({ state }) => state === 'open',
  overdue: ({ isOverdue }) => isOverdue,
  own: ({ isOwn }) => isOwn,
  everything: () => true,
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await getLocale(), 'actions')('actions.followUp') };
}

/** What meetings gave to do, across meetings. */
export default async function ActionsPage(props: Props) {
  const { actor, locale } = await requireViewer();
  const runtime = getRuntime();
  const t = translator(locale, 'actions');
  const actions = everyAction(runtime, actor);
  const wanted = (await props.searchParams).show;
  const choice = CHOICES.find((one) => one === wanted) ?? 'open';
  const shown = actions.filter(SHOWN[choice]);
  return (
    <Container>
      <PageHeader
        eyebrow={
          <Breadcrumb above={[{ href: '/follow-up', label: translator(locale, 'common')('nav.followUp') }]} />
        }
        title={t('actions.followUp')}
        lead={t('actions.lead')}
      />
      <nav aria-label={t('actions.show')} className="mb-4 flex flex-wrap gap-2">
        {CHOICES.map((one) => (
          <Link
            key={one}
            href={one === 'open' ? '/actions' : `/actions?show=${one}`}
            aria-current={one === choice ? 'page' : undefined}
            className="inline-flex min-h-8 items-center gap-2 rounded-full border border-line-strong/50 px-3 text-sm text-muted no-underline hover:border-accent hover:text-accent aria-[current=page]:border-accent aria-[current=page]:bg-accent-soft aria-[current=page]:font-medium aria-[current=page]:text-ink"
          >
            {t(`actions.${one}`)}
            <span className="tabular-nums">{actions.filter(SHOWN[one]).length}</span>
          </Link>
        ))}
      </nav>
      <Section title={t(`actions.${choice}`)}>
        {shown.length === 0 ? (
          <EmptyState title={t(actions.length === 0 ? 'actions.none' : 'actions.noneHere')}>
            {actions.length === 0 ? t('actions.noneText') : null}
          </EmptyState>
        ) : (
          <ActionList
            actions={shown}
            countries={countriesFor(runtime)}
            locale={locale}
            report={reportActionAction}
            withMeeting
          />
        )}
      </Section>
    </Container>
  );
}
