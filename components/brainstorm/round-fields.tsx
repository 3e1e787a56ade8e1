import { FormField } from '@/components/ui/action-form';
import type { Locale } from '@/messages/locale';
import { nameIn } from '@/messages/names';
import { translator } from '@/messages/translate';

/** The questions about a round that is to be opened. */
export function RoundFields(props: {
  meetings: readonly { readonly id: string; readonly title: string; readonly titleThai: string }[];
  locale: Locale;
}) {
  const { locale } = props;
  const t = translator(locale, 'brainstorm');
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <FormField name="title" label={t('name')} maxLength={200} required />
      <FormField
        name="meetingId"
        type="select"
        label={t('meeting')}
        options={[
          { value: '', label: t('noMeeting') },
          ...props.meetings.map(({ id, title, titleThai }) => ({
            value: id,
            label: nameIn(locale, title, titleThai),
          })),
        ]}
      />
      <div className="sm:col-span-2">
        <FormField
          name="question"
          type="textarea"
          label={t('question')}
          hint={t('questionHint')}
          maxLength={2000}
        />
      </div>
      <FormField name="tags" type="textarea" label={t('tags')} hint={t('tagsHint')} maxLength={5000} />
      <div className="grid content-start gap-4">
        <FormField
          name="dots"
          type="number"
          label={t('dotsEach')}
          hint={t('dotsEachHint')}
          defaultValue="5"
          required
        />
        <FormField name="closesAt" type="datetime-local" label={t('closesAt')} hint={t('closesAtHint')} />
        <label className="flex items-baseline gap-2 text-sm">
          <input type="checkbox" name="isHidden" value="yes" defaultChecked />
          {t('hide')}
        </label>
      </div>
    </div>
  );
}
