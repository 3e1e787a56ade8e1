import type { Metadata } from 'next';
import Link from 'next/link';
import { refusalPage } from '@/app/_lib/refusal';
import { requireViewer } from '@/app/_lib/viewer';
import { partMetadata } from '@/app/(workspace)/meetings/_lib/part-metadata';
import { ActionFields } from '@/components/meeting-record/action-fields';
import { ActionList } from '@/components/meeting-record/action-list';
import { KeepFresh } from '@/components/meeting-record/keep-fresh';
import { NotOpenYet } from '@/components/meeting-record/not-open-yet';
import { ActionForm, FormField } from '@/components/ui/action-form';
import { EmptyState } from '@/components/ui/empty-state';
import { formWords } from '@/components/ui/form-words';
import { Section } from '@/components/ui/page';
import { translator } from '@/messages/translate';
import { countriesFor } from '@/server/queries/countries';
import { actionsOfMeeting } from '@/server/queries/meeting-actions';
import { getRuntime } from '@/server/runtime';
import { reportActionAction, saveActionAction } from '../../record-actions';

interface Props {
  params: Promise<{ meetingId: string }>;
}

export function generateMetadata(props: Props): Promise<Metadata> {
  return partMetadata(props.params, 'actions');
}

export default async function MeetingActionsPage(props: Props) {
  const { actor, locale } = await requireViewer();
  const runtime = getRuntime();
  const { meetingId } = await props.params;
  const found = actionsOfMeeting(runtime, actor, meetingId);
  if (!found.ok) return refusalPage(found, locale);
  const { actions, may, roster, decisions, isSitting, waits } = found.value;
  const t = translator(locale, 'actions');
  const shared = { countries: countriesFor(runtime), locale, roster };
  return (
    <>
      {isSitting ? <KeepFresh /> : null}
      <Section
        title={t('actions.title')}
        aside={
          <Link href="/actions" className="text-sm text-accent no-underline hover:underline">
            {t('actions.all')}
          </Link>
        }
      >
        {actions.length === 0 ? (
          <EmptyState title={t('actions.none')}>{t('actions.noneText')}</EmptyState>
        ) : (
          <ActionList {...shared} actions={actions} report={reportActionAction} save={saveActionAction} />
        )}
        {waits === null ? null : (
          <NotOpenYet
            meetingId={meetingId}
            words={t('actions.waits')}
            mayOpen={waits.mayOpen}
            locale={locale}
          />
        )}
      </Section>
      {may.give ? (
        <Section title={t('actions.give')}>
          <ActionForm
            action={saveActionAction}
            words={formWords(locale)}
            submit={t('actions.giveDo')}
            tone="primary"
            hidden={{ meetingId }}
          >
            <ActionFields {...shared} />
            <FormField
              name="decisionId"
              type="select"
              label={t('actions.decision')}
              options={[
                { value: '', label: t('actions.noDecision') },
                ...decisions.map(({ id, number, wording }) => ({
                  value: id,
                  label: `${number}. ${wording.slice(0, 80)}`,
                })),
              ]}
            />
          </ActionForm>
        </Section>
      ) : null}
    </>
  );
}
