import { Button } from '@/components/ui/button';
import { Field, TextInput } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { Section } from '@/components/ui/page';
import type { Locale } from '@/messages/locale';
import { translator } from '@/messages/translate';

/** A plain form: the browser takes a file that is dropped on the field, and sends it without any script of ours. */
export function VerifyForm(props: {
  locale: Locale;
  problem: string | null;
  megabytes: number;
  /** A file was examined already and its report stands above. */
  isAgain: boolean;
}) {
  const t = translator(props.locale, 'verify');
  return (
    <Section title={t(props.isAgain ? 'form.again' : 'form.title')}>
      <form
        action="/api/verify"
        method="post"
        encType="multipart/form-data"
        className="grid gap-5"
        aria-label={t('form.title')}
      >
        {props.problem === null ? null : <Notice tone="error">{props.problem}</Notice>}
        <Field
          id="evidence-file"
          label={t('form.file')}
          hint={t('form.fileHint', { megabytes: props.megabytes })}
        >
          <input
            id="evidence-file"
            name="file"
            type="file"
            accept=".json,application/json"
            required
            aria-describedby="evidence-file-hint"
            className="w-full cursor-pointer rounded-md border-2 border-dashed border-line-strong/60 bg-raised px-4 py-6 text-sm hover:border-accent file:mr-3 file:cursor-pointer file:rounded-md file:border file:border-line-strong/60 file:bg-paper file:px-3 file:py-1.5 file:text-sm file:font-medium file:text-ink"
          />
        </Field>
        <Field id="evidence-hash" label={t('form.hash')} hint={t('form.hashHint')}>
          <TextInput
            id="evidence-hash"
            name="hash"
            type="text"
            autoComplete="off"
            spellCheck={false}
            maxLength={120}
            className="font-mono text-[0.8125rem]"
            aria-describedby="evidence-hash-hint"
          />
        </Field>
        <div className="flex flex-wrap items-center gap-3">
          <Button type="submit" tone={props.isAgain ? 'plain' : 'primary'}>
            {t('form.submit')}
          </Button>
          <p className="text-[0.8125rem] text-muted">{t('form.nothingStored')}</p>
        </div>
      </form>
    </Section>
  );
}
