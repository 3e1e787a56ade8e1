import { FormField } from '@/components/ui/action-form';
import { LEVELS, type Result } from '@/domain/plan/matrix';
import type { Locale } from '@/messages/locale';
import { nameIn } from '@/messages/names';
import { translator } from '@/messages/translate';

/** The questions about a result. One that stands keeps its level, and goes under another of the level above. */
export function ResultFields(props: { result?: Result; all: readonly Result[]; locale: Locale }) {
  const { result, all, locale } = props;
  const t = translator(locale, 'shape');
  const level = translator(locale, 'plan');
  const above = result === undefined ? null : (LEVELS[LEVELS.indexOf(result.level) - 1] ?? '');
  const parents = all.filter((other) => (above === null ? other.level !== 'output' : other.level === above));
  const named = parents.map(({ id, code, title, titleThai }) => ({
    value: id,
    label: `${code} ${nameIn(locale, title, titleThai)}`,
  }));
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      {result === undefined ? (
        <FormField
          name="level"
          type="select"
          label={t('levels.level')}
          options={LEVELS.map((each) => ({ value: each, label: level(`level.${each}`) }))}
        />
      ) : null}
      {result?.level === 'area' ? null : (
        <FormField
          name="parentId"
          type="select"
          label={t('levels.parent')}
          defaultValue={result?.parentId ?? ''}
          options={result === undefined ? [{ value: '', label: t('levels.top') }, ...named] : named}
        />
      )}
      <FormField
        name="code"
        label={t('levels.code')}
        defaultValue={result?.code ?? ''}
        maxLength={40}
        required
      />
      <FormField
        name="title"
        label={t('levels.name')}
        defaultValue={result?.title ?? ''}
        maxLength={300}
        lang="en"
        required
      />
      <FormField
        name="titleThai"
        label={t('levels.nameThai')}
        defaultValue={result?.titleThai ?? ''}
        maxLength={300}
        lang="th"
      />
    </div>
  );
}
