import { FormField } from '@/components/ui/action-form';
import { DOCUMENT_KINDS, type DocumentKind } from '@/domain/procedure/states';
import { HOUSE_STYLES, type HouseStyle } from '@/domain/text/numbering';
import type { Locale } from '@/messages/locale';
import { countryName, type NamedCountry, nameIn } from '@/messages/names';
import { translator } from '@/messages/translate';

export interface DocumentDescription {
  readonly kind: DocumentKind;
  readonly title: string;
  readonly language: string;
  readonly houseStyle: HouseStyle;
  readonly leadCountry: string | null;
  readonly meetingId: string | null;
  readonly agendaItemId: string | null;
}

/** What there is to choose from (server/queries/document-form). */
export interface FormChoices {
  readonly meetings: readonly {
    readonly id: string;
    readonly title: string;
    readonly titleThai: string;
    readonly agenda: readonly {
      readonly id: string;
      readonly number: string;
      readonly title: string;
      readonly titleThai: string;
    }[];
  }[];
  readonly countries: readonly NamedCountry[];
}

/** Authentic languages of texts: those that the interface can name. */
export const TEXT_LANGUAGES = ['en', 'th', 'lo', 'km', 'my', 'vi', 'id', 'ms', 'fil', 'pt', 'tet'] as const;

/** The questions about a document, for a new one or an existing one. Meeting and item are one question: an item is of one meeting. */
export function DescriptionFields(props: {
  locale: Locale;
  choices: FormChoices;
  description: DocumentDescription;
}) {
  const { locale, description } = props;
  const t = translator(locale, 'documents');
  const common = translator(locale, 'common');
  return (
    <>
      <FormField
        name="title"
        type="textarea"
        label={t('fields.title')}
        hint={t('fields.titleHint')}
        defaultValue={description.title}
        maxLength={500}
        lang={description.language}
        required
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <FormField
          name="kind"
          type="select"
          label={t('fields.kind')}
          defaultValue={description.kind}
          options={DOCUMENT_KINDS.map((kind) => ({ value: kind, label: common(`kind.${kind}`) }))}
        />
        <FormField
          name="leadCountry"
          type="select"
          label={t('fields.leadCountry')}
          defaultValue={description.leadCountry ?? ''}
          options={[
            { value: '', label: t('fields.noCountry') },
            ...props.choices.countries.map((country) => ({
              value: country.code,
              label: countryName(locale, country),
            })),
          ]}
        />
        <FormField
          name="language"
          type="select"
          label={t('fields.language')}
          defaultValue={description.language}
          options={TEXT_LANGUAGES.map((code) => ({ value: code, label: t(`language.${code}`) }))}
        />
        <FormField
          name="houseStyle"
          type="select"
          label={t('fields.houseStyle')}
          defaultValue={description.houseStyle}
          options={HOUSE_STYLES.map((style) => ({ value: style, label: t(`houseStyle.${style}`) }))}
        />
      </div>
      <FormField
        name="place"
        type="select"
        label={t('fields.place')}
        defaultValue={`${description.meetingId ?? ''}/${description.agendaItemId ?? ''}`}
        options={placeOptions(props.choices, locale)}
      />
    </>
  );
}

/** "meetingId/agendaItemId", either part may be empty. */
function placeOptions(choices: FormChoices, locale: Locale): { value: string; label: string }[] {
  const t = translator(locale, 'documents');
  return [
    { value: '/', label: t('fields.noPlace') },
    ...choices.meetings.flatMap((meeting) => {
      const name = nameIn(locale, meeting.title, meeting.titleThai);
      return [
        { value: `${meeting.id}/`, label: t('fields.placeMeeting', { meeting: name }) },
        ...meeting.agenda.map((item) => ({
          value: `${meeting.id}/${item.id}`,
          label: t('fields.placeItem', {
            meeting: name,
            number: item.number,
            title: nameIn(locale, item.title, item.titleThai),
          }),
        })),
      ];
    }),
  ];
}
