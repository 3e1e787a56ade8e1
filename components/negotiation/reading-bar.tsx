import { StepButton } from '@/components/procedure/step-button';
import type { FormAction } from '@/components/ui/form-state';
import { sayInstant } from '@/messages/dates';
import type { Locale } from '@/messages/locale';
import { translator } from '@/messages/translate';

const NAMES = ['first', 'second', 'third'] as const;

/** The passes through the text: which were held, which is open, and the chair's step to the next. */
export function ReadingBar(props: {
  documentId: string;
  readings: readonly {
    readonly number: number;
    readonly openedAt: string;
    readonly closedAt: string | null;
  }[];
  nextReading: number | null;
  mayFind: boolean;
  locale: Locale;
  actions: { readonly open: FormAction; readonly close: FormAction };
}) {
  const t = translator(props.locale, 'negotiation');
  const open = props.readings.find(({ closedAt }) => closedAt === null);
  const hidden = { documentId: props.documentId };
  return (
    <section
      aria-label={t('reading.title')}
      className="flex flex-wrap items-center gap-x-6 gap-y-2 border-y border-line py-2.5 text-sm"
    >
      {props.readings.length === 0 ? <span className="text-muted">{t('reading.none')}</span> : null}
      <ol className="flex flex-wrap gap-x-6 gap-y-1">
        {props.readings.map(({ number, openedAt, closedAt }) => (
          <li key={number} aria-current={closedAt === null ? 'step' : undefined}>
            <span className={closedAt === null ? 'font-semibold' : 'text-muted'}>
              {t(`reading.${NAMES[number - 1] ?? 'third'}`)}
            </span>{' '}
            <span className="text-muted">
              {closedAt === null
                ? t('reading.open', { time: sayInstant(props.locale, openedAt) })
                : t('reading.closed', { time: sayInstant(props.locale, closedAt) })}
            </span>
          </li>
        ))}
      </ol>
      {!props.mayFind ? null : open !== undefined ? (
        <StepButton
          action={props.actions.close}
          hidden={hidden}
          label={t('reading.doClose')}
          text={t('reading.closeText')}
          confirm={t('reading.doClose')}
          cancel={t('reading.cancel')}
        />
      ) : props.nextReading === null ? null : (
        <StepButton
          action={props.actions.open}
          hidden={hidden}
          label={t('reading.doOpen')}
          text={t('reading.openText')}
          confirm={t('reading.doOpen')}
          cancel={t('reading.cancel')}
        />
      )}
    </section>
  );
}
