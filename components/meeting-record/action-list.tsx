import Link from 'next/link';
import { ActionForm, FormField } from '@/components/ui/action-form';
import { Badge } from '@/components/ui/badge';
import { Country } from '@/components/ui/country';
import { Disclosure } from '@/components/ui/disclosure';
import type { FormAction } from '@/components/ui/form-state';
import { formWords } from '@/components/ui/form-words';
import { ACTION_STATES, type ActionState } from '@/domain/meeting/actions';
import { sayInstant, sayShortDay } from '@/messages/dates';
import type { Locale } from '@/messages/locale';
import { type NamedCountry, nameIn } from '@/messages/names';
import { translator } from '@/messages/translate';
import { ActionFields } from './action-fields';

interface MeetingName {
  readonly id: string;
  readonly title: string;
  readonly titleThai: string;
}

/** An action as pages show it (server/queries/meeting-actions). */
export interface ListedAction {
  readonly id: string;
  readonly meetingId: string;
  readonly wording: string;
  readonly wordingThai: string;
  readonly who: readonly string[];
  readonly dueOn: string | null;
  readonly state: ActionState;
  readonly rev: number;
  readonly meeting: MeetingName;
  readonly decision: { readonly id: string; readonly number: number } | null;
  readonly reports: readonly {
    readonly id: string;
    readonly state: ActionState;
    readonly words: string;
    readonly country: string | null;
    readonly at: string;
    readonly meeting: MeetingName | null;
  }[];
  readonly isOverdue: boolean;
  readonly may: { readonly report: boolean; readonly steer: boolean };
}

interface Shared {
  readonly countries: readonly NamedCountry[];
  readonly locale: Locale;
  readonly report: FormAction;
  /** Left out where actions are only followed up. */
  readonly save?: FormAction;
  readonly roster?: readonly string[];
  /** Whether each says which meeting gave it. */
  readonly withMeeting?: boolean;
}

const TONES = { open: 'accent', done: 'done', dropped: 'neutral' } as const;

export function ActionList(props: Shared & { actions: readonly ListedAction[] }) {
  return (
    <ol className="divide-y divide-line">
      {props.actions.map((action) => (
        <ActionItem key={action.id} {...props} action={action} />
      ))}
    </ol>
  );
}

function ActionItem(props: Shared & { action: ListedAction }) {
  const { action, locale } = props;
  const t = translator(locale, 'actions');
  const isThai = locale === 'th' && action.wordingThai !== '';
  return (
    <li id={action.id} className="grid scroll-mt-20 gap-1.5 py-4 first:pt-0 last:pb-0 target:bg-accent-soft">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-[0.8125rem] text-muted">
        <Badge tone={action.isOverdue ? 'stop' : TONES[action.state]}>
          {action.isOverdue ? t('actions.overdue') : t(`actions.state.${action.state}`)}
        </Badge>
        <span className={action.isOverdue ? 'font-medium text-delete' : ''}>
          {/* The badge says already that it is late. */}
          {dueOf({ ...action, isOverdue: false }, locale)}
        </span>
        {action.decision === null ? null : (
          <Link
            href={`/meetings/${action.meetingId}/decisions#${action.decision.id}`}
            className="text-accent no-underline hover:underline"
          >
            {t('actions.from', { number: action.decision.number })}
          </Link>
        )}
        {props.withMeeting === true ? (
          <Link
            href={`/meetings/${action.meetingId}/actions#${action.id}`}
            className="text-accent no-underline hover:underline"
          >
            {nameIn(locale, action.meeting.title, action.meeting.titleThai)}
          </Link>
        ) : null}
      </p>
      <h3 lang={isThai ? 'th' : 'en'} className="font-serif text-[1.05rem] leading-relaxed text-pretty">
        {isThai ? action.wordingThai : action.wording}
      </h3>
      <p className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
        {action.who.map((code) =>
          code === '' ? (
            <span key="secretariat">{t('actions.secretariat')}</span>
          ) : (
            <Country key={code} code={code} countries={props.countries} locale={locale} />
          ),
        )}
      </p>
      {action.reports.length === 0 ? null : <Reports {...props} />}
      <div className="flex flex-wrap items-start gap-x-6 gap-y-1">
        {action.may.report ? (
          <Disclosure summary={t('actions.report')} className="open:w-full">
            <ActionForm
              action={props.report}
              words={formWords(locale)}
              submit={t('actions.reportDo')}
              hidden={{ actionId: action.id, rev: String(action.rev) }}
            >
              <FormField
                name="words"
                type="textarea"
                label={t('actions.words')}
                maxLength={2000}
                {...(action.may.steer ? { hint: t('actions.dropHint') } : {})}
              />
              <FormField
                name="state"
                type="select"
                label={t('actions.newState')}
                defaultValue={action.state}
                options={ACTION_STATES.filter((state) => action.may.steer || state !== 'dropped').map(
                  (state) => ({ value: state, label: t(`actions.state.${state}`) }),
                )}
              />
            </ActionForm>
          </Disclosure>
        ) : null}
        {props.save !== undefined && action.may.steer && action.state === 'open' ? (
          <Disclosure summary={t('actions.change')} className="open:w-full">
            <ActionForm
              action={props.save}
              words={formWords(locale)}
              submit={t('actions.save')}
              hidden={{ meetingId: action.meetingId, actionId: action.id, rev: String(action.rev) }}
              keep
            >
              <ActionFields
                action={action}
                roster={props.roster ?? []}
                countries={props.countries}
                locale={locale}
              />
            </ActionForm>
          </Disclosure>
        ) : null}
      </div>
    </li>
  );
}

function Reports(props: Shared & { action: ListedAction }) {
  const { action, locale } = props;
  const t = translator(locale, 'actions');
  return (
    <ol aria-label={t('actions.reports')} className="grid gap-2 border-l-2 border-line pl-3">
      {action.reports.map((report) => (
        <li key={report.id} className="text-sm">
          <p className="whitespace-pre-line">{report.words}</p>
          <p className="flex flex-wrap gap-x-2 text-[0.8125rem] text-muted">
            {report.country === null ? (
              <span>{t('actions.headTable')}</span>
            ) : (
              <Country code={report.country} countries={props.countries} locale={locale} />
            )}
            <span>{t(`actions.state.${report.state}`)}</span>
            {report.meeting === null ? null : (
              <span>
                {t('actions.reportedAt', {
                  meeting: nameIn(locale, report.meeting.title, report.meeting.titleThai),
                })}
              </span>
            )}
            <span>{sayInstant(locale, report.at)}</span>
          </p>
        </li>
      ))}
    </ol>
  );
}

export function dueOf(action: Pick<ListedAction, 'dueOn' | 'isOverdue'>, locale: Locale): string {
  const t = translator(locale, 'actions');
  if (action.dueOn === null) return t('actions.noDay');
  return t(action.isOverdue ? 'actions.late' : 'actions.due', { day: sayShortDay(locale, action.dueOn) });
}
