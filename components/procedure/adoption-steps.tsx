import type { Locale } from '@/messages/locale';
import { translator } from '@/messages/translate';

/** Where the ceremony stands: four numbered steps, each said to be done or to be the present one. */
export function AdoptionSteps(props: { current: 1 | 2 | 4; locale: Locale }) {
  const t = translator(props.locale, 'adoption');
  return (
    <ol aria-label={t('steps')} className="flex flex-wrap gap-x-8 gap-y-2 border-y border-line py-3">
      {([1, 2, 3, 4] as const).map((step) => {
        const isDone = step < props.current;
        const isNow = step === props.current;
        return (
          <li
            key={step}
            aria-current={isNow ? 'step' : undefined}
            className={`inline-flex items-center gap-2.5 text-sm ${isNow ? 'font-semibold' : 'text-muted'}`}
          >
            <span
              aria-hidden="true"
              className={`inline-flex size-7 items-center justify-center rounded-full border text-[0.8125rem] ${isNow ? 'border-accent bg-accent text-accent-ink' : isDone ? 'border-insert text-insert' : 'border-line-strong/60'}`}
            >
              {isDone ? '✓' : step}
            </span>
            {t(`step${step}`)}
            {isDone ? <span className="sr-only">({t('done')})</span> : null}
          </li>
        );
      })}
    </ol>
  );
}
