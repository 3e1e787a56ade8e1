import type { Metadata } from 'next';
import Link from 'next/link';
import { refusalPage } from '@/app/_lib/refusal';
import { requireViewer } from '@/app/_lib/viewer';
import { AlikeList } from '@/components/brainstorm/alike-list';
import { Board } from '@/components/brainstorm/board';
import { DotsForm } from '@/components/brainstorm/dots-form';
import { GatherForm } from '@/components/brainstorm/gather-form';
import { InputFields } from '@/components/brainstorm/input-fields';
import { ARRANGEMENTS, type Arrangement } from '@/components/brainstorm/lanes';
import { LiveRound } from '@/components/brainstorm/live-round';
import { RoundState, sayRoundTime } from '@/components/brainstorm/round-table';
import { ActionForm, FormField } from '@/components/ui/action-form';
import { Breadcrumb } from '@/components/ui/breadcrumb';
import { ConfirmAction } from '@/components/ui/confirm-action';
import { Container } from '@/components/ui/container';
import { Disclosure } from '@/components/ui/disclosure';
import { formWords } from '@/components/ui/form-words';
import { Notice } from '@/components/ui/notice';
import { PageHeader, Section } from '@/components/ui/page';
import { localHour } from '@/domain/silence/zone';
import { TIME_ZONE } from '@/messages/locale';
import { nameIn } from '@/messages/names';
import { translator } from '@/messages/translate';
import { getRound, type RoundView, stampOf } from '@/server/queries/brainstorm';
import { countriesFor } from '@/server/queries/countries';
import { getRuntime } from '@/server/runtime';
import * as actions from '../actions';

interface Props {
  params: Promise<{ roundId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { actor } = await requireViewer();
  const found = await getRound(getRuntime(), actor, (await props.params).roundId);
  return found.ok ? { title: found.value.round.title } : {};
}

/** One round, live: what delegations said, what the secretariat gathers, what they would look at first, where it went. */
export default async function RoundPage(props: Props) {
  const { actor, locale } = await requireViewer();
  const runtime = getRuntime();
  const found = await getRound(runtime, actor, (await props.params).roundId);
  if (!found.ok) return refusalPage(found, locale);
  const view = found.value;
  const { round, may, clusters, inputs, tags } = view;
  const t = translator(locale, 'brainstorm');
  const common = translator(locale, 'common');
  const by = arrangementOf((await props.searchParams).by, view);
  const look = { roundId: round.id, tags, countries: countriesFor(runtime), locale, may };
  const words = formWords(locale);
  const givesDots = may.giveDots && clusters.length > 0;
  const hasSide = may.enter || may.gather || givesDots;
  return (
    <Container width="wide">
      <PageHeader
        eyebrow={
          <Breadcrumb
            above={[
              { href: '/follow-up', label: t('followUp') },
              { href: '/brainstorm', label: t('title') },
            ]}
          >
            <span>
              {view.meeting === null
                ? view.body.acronym
                : nameIn(locale, view.meeting.title, view.meeting.titleThai)}
            </span>
          </Breadcrumb>
        }
        title={round.title}
        lead={round.question === '' ? undefined : <p className="whitespace-pre-line">{round.question}</p>}
        actions={
          may.run && round.closedAt === null ? (
            <ConfirmAction
              action={actions.closeRoundAction}
              hidden={{ roundId: round.id }}
              label={t('close')}
              title={t('closeTitle')}
              text={t('closeText')}
              confirm={t('close')}
              cancel={common('actions.cancel')}
              tone="primary"
            />
          ) : undefined
        }
      />
      <div className="mb-5 flex flex-wrap items-center gap-x-4 gap-y-2 text-sm">
        <RoundState round={round} locale={locale} />
        <span className="text-muted">{sayRoundTime(round, locale)}</span>
        <LiveRound roundId={round.id} stamp={stampOf(view)} words={t('live')} />
      </div>
      {may.run && round.closedAt === null ? (
        <Disclosure summary={t('moveClose')} quiet className="mb-4">
          <ActionForm
            action={actions.moveCloseAction}
            words={words}
            submit={t('moveCloseDo')}
            hidden={{ roundId: round.id, seen: round.closesAt ?? '' }}
          >
            <FormField
              name="closesAt"
              type="datetime-local"
              label={t('closesAt')}
              hint={t('moveCloseHint')}
              {...(round.closesAt === null ? {} : { defaultValue: localHour(round.closesAt, TIME_ZONE) })}
              required
            />
          </ActionForm>
        </Disclosure>
      ) : null}
      {view.isCovered ? (
        <div className="mb-5 max-w-4xl">
          <Notice>
            <p>
              {t(view.isOwnCount ? (view.delegation === null ? 'coveredNone' : 'coveredOwn') : 'coveredAll')}
            </p>
          </Notice>
        </div>
      ) : null}
      <div
        className={
          hasSide
            ? 'grid grid-cols-[minmax(0,1fr)] items-start gap-x-8 lg:grid-cols-[minmax(0,1fr)_21rem]'
            : ''
        }
      >
        <div className="min-w-0 max-lg:order-2">
          <Section title={t('board')} aside={<ArrangeLinks by={by} view={view} locale={locale} />}>
            <Board
              by={by}
              inputs={inputs}
              clusters={clusters}
              hasDots={round.dots > 0}
              look={look}
              actions={{
                withdraw: actions.withdrawInputAction,
                note: actions.noteInputAction,
                decide: actions.decideAction,
                save: actions.saveClusterAction,
                merge: actions.mergeAction,
                split: actions.splitAction,
                release: actions.releaseAction,
                move: actions.moveClusterAction,
              }}
            />
          </Section>
        </div>
        {hasSide ? (
          <div
            className={`max-lg:order-1 ${may.gather ? 'lg:sticky lg:top-20 lg:max-h-[calc(100vh-6rem)] lg:overflow-y-auto' : ''}`}
          >
            {may.enter ? (
              <Section title={t('enter')}>
                <ActionForm
                  action={actions.enterInputAction}
                  words={words}
                  submit={t('enterDo')}
                  tone="primary"
                  hidden={{ roundId: round.id }}
                >
                  <InputFields tags={tags} locale={locale} />
                </ActionForm>
              </Section>
            ) : null}
            {givesDots ? (
              <Section title={t('giveDots')}>
                <DotsForm
                  key={view.dotsSeen}
                  roundId={round.id}
                  clusters={clusters}
                  budget={round.dots}
                  seen={view.dotsSeen}
                  locale={locale}
                  action={actions.giveDotsAction}
                />
              </Section>
            ) : null}
            {may.gather && inputs.length > 0 ? (
              <Section title={t('gather')}>
                <GatherForm
                  roundId={round.id}
                  clusters={clusters}
                  locale={locale}
                  action={actions.gatherAction}
                />
              </Section>
            ) : null}
            {may.gather ? (
              <AlikeList
                pairs={view.alike}
                inputs={inputs}
                clusters={clusters}
                look={look}
                action={actions.gatherAction}
              />
            ) : null}
          </div>
        ) : null}
      </div>
    </Container>
  );
}

/** As asked; else by cluster where there are some, by area where there are some, by delegation. */
function arrangementOf(asked: string | string[] | undefined, view: RoundView): Arrangement {
  const known = arrangementsFor(view);
  return known.find((by) => by === asked) ?? known[0] ?? 'delegation';
}

function arrangementsFor({ clusters, tags }: RoundView): readonly Arrangement[] {
  return ARRANGEMENTS.filter(
    (by) => by === 'delegation' || (by === 'cluster' ? clusters.length > 0 : tags.length > 0),
  );
}

const NAMES = { cluster: 'byCluster', area: 'byArea', delegation: 'byDelegation' } as const;

function ArrangeLinks(props: { by: Arrangement; view: RoundView; locale: 'en' | 'th' }) {
  const t = translator(props.locale, 'brainstorm');
  return (
    <nav aria-label={t('by')} className="no-print flex flex-wrap items-baseline gap-x-4 text-sm">
      <span className="text-muted">{t('by')}</span>
      {arrangementsFor(props.view).map((by) => (
        <Link
          key={by}
          href={`?by=${by}`}
          scroll={false}
          aria-current={by === props.by ? 'true' : undefined}
          className="inline-flex min-h-6 items-center text-accent no-underline hover:underline aria-[current]:font-semibold aria-[current]:text-ink"
        >
          {t(NAMES[by])}
        </Link>
      ))}
    </nav>
  );
}
