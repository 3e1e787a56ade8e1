import { ActionForm, FormField } from '@/components/ui/action-form';
import { ConfirmAction } from '@/components/ui/confirm-action';
import { formWords } from '@/components/ui/form-words';
import { MoveButton } from '@/components/ui/move-button';
import type { Locale } from '@/messages/locale';
import type { NamedCountry } from '@/messages/names';
import { translator } from '@/messages/translate';
import type { AgendaActions, AgendaItemData } from './agenda';
import { countryOptions } from './meeting-fields';

/** What the secretariat does with one item: order, words, removal. */
export function AgendaItemTools(props: {
  item: AgendaItemData;
  meetingId: string;
  isFirst: boolean;
  isLast: boolean;
  countries: readonly NamedCountry[];
  locale: Locale;
  actions: AgendaActions;
}) {
  const { item, locale, meetingId } = props;
  const t = translator(locale, 'meetings');
  const common = translator(locale, 'common');
  const { number } = item;
  const hidden = { meetingId, agendaItemId: item.id };
  return (
    <details className="group/tools relative open:w-full">
      <summary
        aria-label={t('manage.editItem', { number })}
        className="ml-auto flex size-8 cursor-pointer list-none items-center justify-center rounded-md text-muted hover:bg-accent-soft hover:text-accent [&::-webkit-details-marker]:hidden"
      >
        <svg width="16" height="16" viewBox="0 0 16 16" fill="none" aria-hidden="true">
          <path
            d="M10.8 2.7 13.3 5.2 5.5 13 2.5 13.5 3 10.5Z"
            stroke="currentColor"
            strokeWidth="1.3"
            strokeLinejoin="round"
          />
        </svg>
      </summary>
      <div className="mt-2 mb-1 grid gap-4 rounded-md border border-line bg-canvas/60 p-4">
        <div className="flex flex-wrap items-center gap-2">
          <MoveButton
            action={props.actions.moveAgendaItemAction}
            hidden={hidden}
            direction="up"
            label={t('manage.up', { number })}
            disabled={props.isFirst}
          />
          <MoveButton
            action={props.actions.moveAgendaItemAction}
            hidden={hidden}
            direction="down"
            label={t('manage.down', { number })}
            disabled={props.isLast}
          />
          {item.documents.length > 0 ? null : (
            <ConfirmAction
              action={props.actions.removeAgendaItemAction}
              hidden={hidden}
              label={t('manage.remove', { number })}
              title={t('manage.removeTitle', { number })}
              text={t('manage.removeText')}
              confirm={t('manage.removeConfirm')}
              cancel={common('actions.cancel')}
              tone="quiet"
              confirmTone="danger"
            />
          )}
        </div>
        <ActionForm
          action={props.actions.editAgendaItemAction}
          words={formWords(locale)}
          submit={common('actions.save')}
          hidden={hidden}
          keep
        >
          <AgendaItemFields item={item} countries={props.countries} locale={locale} />
        </ActionForm>
      </div>
    </details>
  );
}

/** The questions about an agenda item. */
export function AgendaItemFields(props: {
  item?: AgendaItemData;
  /** The number that a new item is offered. */
  next?: string;
  countries: readonly NamedCountry[];
  locale: Locale;
}) {
  const { item, locale } = props;
  const t = translator(locale, 'meetings');
  return (
    <div className="grid gap-4 sm:grid-cols-[8rem_minmax(0,1fr)]">
      <FormField
        key={props.next}
        name="number"
        label={t('manage.number')}
        hint={t('manage.numberHint')}
        defaultValue={item?.number ?? props.next ?? ''}
        maxLength={12}
        required
      />
      <FormField
        name="title"
        label={t('manage.itemTitle')}
        defaultValue={item?.title ?? ''}
        maxLength={300}
        lang="en"
        required
      />
      <FormField
        name="leadCountry"
        type="select"
        label={t('leadCountry')}
        defaultValue={item?.leadCountry ?? ''}
        options={countryOptions(props.countries, locale, t('noLead'))}
      />
      <FormField
        name="titleThai"
        label={t('manage.itemTitleThai')}
        defaultValue={item?.titleThai ?? ''}
        maxLength={300}
        lang="th"
      />
    </div>
  );
}
