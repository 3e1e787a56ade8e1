import { ActionForm, FormField } from '@/components/ui/action-form';
import type { FormAction } from '@/components/ui/form-state';
import { formWords } from '@/components/ui/form-words';
import { lastDayBefore } from '@/domain/body/days';
import type { Locale } from '@/messages/locale';
import { translator } from '@/messages/translate';

/** Sets the last day of a membership or of a term, in place. */
export function EndForm(props: {
  action: FormAction;
  hidden: Readonly<Record<string, string>>;
  /** What ends: "Last day of Cambodia". */
  label: string;
  to: string | null;
  locale: Locale;
}) {
  const t = translator(props.locale, 'admin');
  return (
    <details className="relative">
      <summary className="inline-flex min-h-7 cursor-pointer whitespace-nowrap list-none items-center text-sm text-accent hover:underline [&::-webkit-details-marker]:hidden">
        {t('bodies.membership.end')}
        <span className="sr-only">: {props.label}</span>
      </summary>
      <div className="mt-2 min-w-56 rounded-md border border-line bg-canvas/60 p-3">
        <ActionForm
          action={props.action}
          words={formWords(props.locale)}
          submit={t('bodies.membership.endDo')}
          hidden={props.hidden}
          keep
        >
          <FormField
            name="to"
            type="date"
            label={props.label}
            defaultValue={props.to === null ? '' : lastDayBefore(props.to)}
            required
          />
        </ActionForm>
      </div>
    </details>
  );
}
