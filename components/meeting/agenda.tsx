import { ActionForm, FormField } from '@/components/ui/action-form';
import { Country } from '@/components/ui/country';
import { Disclosure } from '@/components/ui/disclosure';
import { EmptyState } from '@/components/ui/empty-state';
import type { FormAction } from '@/components/ui/form-state';
import { formWords } from '@/components/ui/form-words';
import { nextItemNumber } from '@/domain/procedure/meetings';
import type { Locale } from '@/messages/locale';
import { type NamedCountry, nameIn } from '@/messages/names';
import { translator } from '@/messages/translate';
import { AgendaItemFields, AgendaItemTools } from './agenda-item-tools';
import { DocumentLine, type ListedDocument } from './document-facts';
import { InTheRoom } from './presence';

export interface AgendaItemData {
  readonly id: string;
  readonly number: string;
  readonly level: number;
  readonly title: string;
  readonly titleThai: string;
  readonly leadCountry: string | null;
  readonly documents: readonly PlacedDocument[];
}

export type PlacedDocument = ListedDocument & {
  readonly agendaItem: { readonly id: string } | null;
  readonly may: { readonly describe: boolean };
};

export interface AgendaActions {
  readonly addAgendaItemAction: FormAction;
  readonly editAgendaItemAction: FormAction;
  readonly moveAgendaItemAction: FormAction;
  readonly removeAgendaItemAction: FormAction;
  readonly placeDocumentAction: FormAction;
}

/** The agenda in its order with the documents under their items; below it those that lie under none. */
export function Agenda(props: {
  meeting: {
    readonly id: string;
    readonly agenda: readonly AgendaItemData[];
    readonly unplaced: readonly PlacedDocument[];
  };
  countries: readonly NamedCountry[];
  locale: Locale;
  mayChange: boolean;
  actions: AgendaActions;
}) {
  const { meeting, locale, countries } = props;
  const t = translator(locale, 'meetings');
  const show = (document: PlacedDocument) => (
    <DocumentLine
      key={document.id}
      document={document}
      countries={countries}
      locale={locale}
      presence={<InTheRoom documentId={document.id} label={t('inRoomLabel')} />}
      aside={
        document.may.describe && meeting.agenda.length > 0 ? (
          <PlaceDocument
            document={document}
            meeting={meeting}
            locale={locale}
            action={props.actions.placeDocumentAction}
          />
        ) : null
      }
    />
  );
  return (
    <div className="min-w-0">
      <section className="mb-6 rounded-lg border border-line bg-paper shadow-card" aria-labelledby="agenda">
        <h2 id="agenda" className="border-b border-line px-5 py-3 text-[0.95rem] font-semibold">
          {t('agenda')}
        </h2>
        {meeting.agenda.length === 0 ? (
          <div className="px-5 py-4">
            <EmptyState title={t('noAgenda')}>{t('noAgendaText')}</EmptyState>
          </div>
        ) : (
          <ol className="divide-y divide-line/70">
            {meeting.agenda.map((item, index) => (
              <li
                key={item.id}
                id={item.id}
                className={`grid scroll-mt-20 target:bg-accent-soft grid-cols-[2.75rem_minmax(0,1fr)] px-5 py-3 ${item.level > 1 ? 'sm:pl-12' : ''}`}
              >
                <span className="pt-0.5 font-serif text-muted tabular-nums">{item.number}</span>
                <div className="min-w-0">
                  <div className="flex flex-wrap items-start justify-between gap-x-3 gap-y-1">
                    <h3 className={`min-w-0 flex-1 basis-48 pt-0.5 ${item.level > 1 ? '' : 'font-medium'}`}>
                      {nameIn(locale, item.title, item.titleThai)}
                      {item.leadCountry === null ? null : (
                        <span className="ml-2 text-[0.8125rem] font-normal whitespace-nowrap text-muted">
                          <span className="sr-only">{t('leadCountry')}: </span>
                          <Country code={item.leadCountry} countries={countries} locale={locale} />
                        </span>
                      )}
                    </h3>
                    {props.mayChange ? (
                      <AgendaItemTools
                        item={item}
                        meetingId={meeting.id}
                        isFirst={index === 0}
                        isLast={index === meeting.agenda.length - 1}
                        countries={countries}
                        locale={locale}
                        actions={props.actions}
                      />
                    ) : null}
                  </div>
                  {item.documents.length === 0 ? null : (
                    <div className="mt-2 grid gap-2">{item.documents.map(show)}</div>
                  )}
                </div>
              </li>
            ))}
          </ol>
        )}
        {props.mayChange ? (
          <div className="border-t border-line px-5 py-3">
            <Disclosure summary={t('manage.addItem')}>
              <ActionForm
                action={props.actions.addAgendaItemAction}
                words={formWords(locale)}
                submit={t('manage.addItem')}
                hidden={{ meetingId: meeting.id }}
              >
                <AgendaItemFields
                  next={nextItemNumber(meeting.agenda.map(({ number }) => number))}
                  countries={countries}
                  locale={locale}
                />
              </ActionForm>
            </Disclosure>
          </div>
        ) : null}
      </section>
      {meeting.unplaced.length === 0 ? null : (
        <section
          className="mb-6 rounded-lg border border-line bg-paper shadow-card"
          aria-labelledby="unplaced"
        >
          <div className="border-b border-line px-5 py-3">
            <h2 id="unplaced" className="text-[0.95rem] font-semibold">
              {t('unplaced')}
            </h2>
            <p className="text-sm text-muted">{t('unplacedText')}</p>
          </div>
          <div className="grid gap-2 px-5 py-4">{meeting.unplaced.map(show)}</div>
        </section>
      )}
    </div>
  );
}

/** Puts a document under an item of the agenda, or takes it off. */
function PlaceDocument(props: {
  document: PlacedDocument;
  meeting: { readonly id: string; readonly agenda: readonly AgendaItemData[] };
  locale: Locale;
  action: FormAction;
}) {
  const t = translator(props.locale, 'meetings');
  const isPlaced = props.document.agendaItem !== null;
  return (
    <Disclosure
      summary={t(isPlaced ? 'manage.replaceDocument' : 'manage.placeDocument', {
        symbol: props.document.symbol,
      })}
      quiet={isPlaced}
    >
      <ActionForm
        action={props.action}
        words={formWords(props.locale)}
        submit={t('manage.placeDo')}
        hidden={{ documentId: props.document.id, meetingId: props.meeting.id }}
        keep
      >
        <FormField
          name="agendaItemId"
          type="select"
          label={t('manage.placeUnder')}
          defaultValue={props.document.agendaItem?.id ?? ''}
          options={[
            { value: '', label: t('manage.placeNone') },
            ...props.meeting.agenda.map((item) => ({
              value: item.id,
              label: `${item.number}  ${nameIn(props.locale, item.title, item.titleThai)}`,
            })),
          ]}
        />
      </ActionForm>
    </Disclosure>
  );
}
