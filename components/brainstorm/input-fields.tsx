import { FormField } from '@/components/ui/action-form';
import { INPUT_KINDS, LONGEST_EVIDENCE, LONGEST_INPUT } from '@/domain/brainstorm/inputs';
import type { RoundTag } from '@/domain/brainstorm/rounds';
import type { Locale } from '@/messages/locale';
import { nameIn } from '@/messages/names';
import { translator } from '@/messages/translate';

/** Languages of members, as the documents of the body name them. */
const LANGUAGES = ['en', 'th', 'lo', 'km', 'my', 'vi', 'id', 'ms', 'fil', 'pt', 'tet'] as const;

/** What a delegation is asked: a challenge or a proposal, in its words. */
export function InputFields(props: { tags: readonly RoundTag[]; locale: Locale }) {
  const { tags, locale } = props;
  const t = translator(locale, 'brainstorm');
  const documents = translator(locale, 'documents');
  return (
    <>
      <fieldset>
        <legend className="mb-1 text-sm font-medium">{t('kindLabel')}</legend>
        <div className="flex flex-wrap gap-x-5 gap-y-1">
          {INPUT_KINDS.map((kind, index) => (
            <label key={kind} className="flex min-h-7 items-baseline gap-2 text-sm">
              <input type="radio" name="kind" value={kind} defaultChecked={index === 0} />
              {t(`kind.${kind}`)}
            </label>
          ))}
        </div>
      </fieldset>
      <FormField
        name="words"
        type="textarea"
        label={t('words')}
        hint={t('wordsHint')}
        maxLength={LONGEST_INPUT}
        required
      />
      <FormField
        name="evidence"
        type="textarea"
        label={t('evidence')}
        hint={t('evidenceHint')}
        maxLength={LONGEST_EVIDENCE}
      />
      <FormField
        name="language"
        type="select"
        label={t('language')}
        defaultValue={locale}
        options={LANGUAGES.map((value) => ({ value, label: documents(`language.${value}`) }))}
      />
      {tags.length === 0 ? null : (
        <fieldset>
          <legend className="mb-1 text-sm font-medium">{t('areas')}</legend>
          <div className="grid gap-1">
            {tags.map(({ key, title, titleThai }) => (
              <label key={key} className="flex min-h-7 items-baseline gap-2 text-sm">
                <input type="checkbox" name="tags" value={key} />
                {nameIn(locale, title, titleThai)}
              </label>
            ))}
          </div>
        </fieldset>
      )}
    </>
  );
}
