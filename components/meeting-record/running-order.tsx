import { ActionForm, FormField } from '@/components/ui/action-form';
import { ConfirmAction } from '@/components/ui/confirm-action';
import { Disclosure } from '@/components/ui/disclosure';
import type { FormAction } from '@/components/ui/form-state';
import { formWords } from '@/components/ui/form-words';
import { Section } from '@/components/ui/page';
import { sayDay } from '@/messages/dates';
import type { Locale } from '@/messages/locale';
import { nameIn } from '@/messages/names';
import { translator } from '@/messages/translate';

interface ItemName {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly titleThai: string;
}

export interface ListedSession {
  readonly id: string;
  readonly day: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly title: string;
  readonly titleThai: string;
  readonly agendaItemId: string | null;
  readonly item: ItemName | null;
  readonly besides: readonly { readonly title: string; readonly titleThai: string }[];
  readonly stamp: string;
}

interface Writing {
  readonly meeting: { readonly id: string; readonly startsOn: string };
  readonly items: readonly ItemName[];
  readonly mayChange: boolean;
  readonly locale: Locale;
  readonly save: FormAction;
  readonly remove: FormAction;
}

/** One day of the running order: hours in the margin, what happens beside them. */
export function RunningDay(props: Writing & { day: string; sessions: readonly ListedSession[] }) {
  return (
    <Section title={sayDay(props.locale, props.day)}>
      <ol className="divide-y divide-line">
        {props.sessions.map((session) => (
          <SessionLine key={session.id} {...props} session={session} />
        ))}
      </ol>
    </Section>
  );
}

function SessionLine(props: Writing & { session: ListedSession }) {
  const { session, locale, meeting } = props;
  const t = translator(locale, 'actions');
  const title = nameIn(locale, session.title, session.titleThai);
  const itemTitle = session.item === null ? '' : nameIn(locale, session.item.title, session.item.titleThai);
  return (
    <li className="grid gap-x-5 gap-y-0.5 py-2.5 first:pt-0 last:pb-0 sm:grid-cols-[7rem_minmax(0,1fr)]">
      <p className="text-sm text-muted tabular-nums">
        <time>{session.startsAt}</time>–<time>{session.endsAt}</time>
      </p>
      <div className="min-w-0">
        <h3 className="font-serif text-[1.05rem] leading-snug">{title}</h3>
        {session.item === null ? null : (
          <p className="text-[0.8125rem] text-muted">
            {t('runningOrder.item', { number: session.item.number })}
            {itemTitle === title ? '' : ` · ${itemTitle}`}
          </p>
        )}
        {session.besides.length === 0 ? null : (
          <p className="text-[0.8125rem] text-warn">
            {t('runningOrder.besides', {
              titles: session.besides.map((one) => nameIn(locale, one.title, one.titleThai)).join(', '),
            })}
          </p>
        )}
        {props.mayChange ? (
          <Disclosure summary={t('runningOrder.change')} quiet>
            <ActionForm
              action={props.save}
              words={formWords(locale)}
              submit={t('runningOrder.save')}
              hidden={{ meetingId: meeting.id, sessionId: session.id, seen: session.stamp }}
              keep
            >
              <SessionFields {...props} session={session} />
            </ActionForm>
            <div className="mt-3">
              <ConfirmAction
                action={props.remove}
                hidden={{ sessionId: session.id, seen: session.stamp, meetingId: meeting.id }}
                label={t('runningOrder.remove')}
                title={t('runningOrder.removeTitle')}
                text={t('runningOrder.removeText')}
                confirm={t('runningOrder.remove')}
                cancel={translator(locale, 'common')('actions.cancel')}
                tone="quiet"
                confirmTone="danger"
              />
            </div>
          </Disclosure>
        ) : null}
      </div>
    </li>
  );
}

/** The questions about a session. */
export function SessionFields(
  props: Pick<Writing, 'items' | 'locale' | 'meeting'> & { session?: ListedSession },
) {
  const { session, locale } = props;
  const t = translator(locale, 'actions');
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <FormField
        name="title"
        label={t('runningOrder.sessionTitle')}
        defaultValue={session?.title ?? ''}
        maxLength={200}
        lang="en"
        required
      />
      <FormField
        name="titleThai"
        label={t('runningOrder.titleThai')}
        defaultValue={session?.titleThai ?? ''}
        maxLength={200}
        lang="th"
      />
      <FormField
        name="day"
        type="date"
        label={t('runningOrder.day')}
        defaultValue={session?.day ?? props.meeting.startsOn}
        required
      />
      <div className="grid grid-cols-2 gap-4">
        <FormField
          name="startsAt"
          label={t('runningOrder.startsAt')}
          defaultValue={session?.startsAt ?? ''}
          maxLength={5}
          required
        />
        <FormField
          name="endsAt"
          label={t('runningOrder.endsAt')}
          defaultValue={session?.endsAt ?? ''}
          maxLength={5}
          required
        />
      </div>
      <FormField
        name="agendaItemId"
        type="select"
        label={t('runningOrder.agendaItem')}
        defaultValue={session?.agendaItemId ?? ''}
        options={[
          { value: '', label: t('runningOrder.noItem') },
          ...props.items.map((item) => ({
            value: item.id,
            label: `${item.number}  ${nameIn(locale, item.title, item.titleThai)}`,
          })),
        ]}
      />
    </div>
  );
}
