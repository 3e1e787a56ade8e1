import { ActionForm, FormField } from '@/components/ui/action-form';
import { ConfirmAction } from '@/components/ui/confirm-action';
import { Disclosure } from '@/components/ui/disclosure';
import { formWords } from '@/components/ui/form-words';
import { MoveButton } from '@/components/ui/move-button';
import type { Result } from '@/domain/plan/matrix';
import { stepOf } from '@/domain/plan/places';
import { seenResult } from '@/domain/plan/seen';
import type { Locale } from '@/messages/locale';
import { nameIn } from '@/messages/names';
import { translator } from '@/messages/translate';
import { ResultFields } from './result-fields';
import type { Measurable, ShapeActions, ShownResult } from './result-tree';

interface Props {
  readonly planId: string;
  readonly shown: ShownResult;
  readonly all: readonly Result[];
  readonly measurable: readonly Measurable[];
  readonly locale: Locale;
  readonly actions: ShapeActions;
}

/** One area, outcome or output: what it is and carries, its place among its siblings, and what can be done to it. */
export function ResultLine(props: Props) {
  const { planId, shown, all, locale, actions } = props;
  const { result } = shown;
  const { code } = result;
  const t = translator(locale, 'shape');
  const level = translator(locale, 'plan');
  const siblings = all.filter(({ parentId }) => parentId === result.parentId);
  const counts = [
    level(`level.${result.level}`),
    ...(shown.below === 0
      ? []
      : [t(result.level === 'area' ? 'levels.outcomes' : 'levels.outputs', { count: shown.below })]),
    ...(shown.activities === 0 ? [] : [t('levels.activities', { count: shown.activities })]),
    ...(shown.indicators.length === 0 ? [] : [t('levels.indicators', { count: shown.indicators.length })]),
  ];
  const move = (direction: 'up' | 'down') => {
    const before = stepOf(siblings, result.id, direction);
    return (
      <MoveButton
        action={actions.move}
        hidden={{ planId, resultId: result.id, beforeId: before ?? '' }}
        direction={direction}
        label={t(`levels.${direction}`, { code })}
        disabled={before === undefined}
      />
    );
  };
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 gap-y-0.5 py-2">
      <div className="min-w-0">
        <h3 className={result.level === 'area' ? 'font-serif font-semibold' : ''}>
          <span className="mr-1 font-sans text-sm font-medium text-muted tabular-nums">{code}</span>{' '}
          {nameIn(locale, result.title, result.titleThai)}
        </h3>
        <p className="text-[0.8125rem] text-muted">{counts.join(' · ')}</p>
      </div>
      <div className="flex items-start gap-1.5">
        {siblings.length === 1 ? null : (
          <>
            {move('up')}
            {move('down')}
          </>
        )}
      </div>
      <Disclosure summary={t('levels.change', { code })} quiet className="col-span-2">
        <ActionForm
          action={actions.save}
          words={formWords(locale)}
          submit={t('levels.save')}
          hidden={{ planId, resultId: result.id, level: result.level, seen: seenResult(result) }}
          keep
        >
          <ResultFields result={result} all={all} locale={locale} />
        </ActionForm>
        <div className="mt-4 border-t border-line pt-4">
          <Removal {...props} />
        </div>
      </Disclosure>
    </div>
  );
}

/** PL22: what carries something stays; PL35: what is measured asks what becomes of its indicators. */
function Removal({ planId, shown, measurable, locale, actions }: Props) {
  const { result, indicators } = shown;
  const { code } = result;
  const t = translator(locale, 'shape');
  const hidden = { planId, resultId: result.id, seen: seenResult(result) };
  if (shown.below + shown.activities > 0) {
    return <p className="text-[0.8125rem] text-muted">{t('levels.inUse')}</p>;
  }
  if (indicators.length === 0) {
    return (
      <ConfirmAction
        action={actions.remove}
        hidden={hidden}
        label={t('levels.remove', { code })}
        title={t('levels.removeTitle', { code })}
        text={t('levels.removeText')}
        confirm={t('levels.removeDo')}
        cancel={translator(locale, 'common')('actions.cancel')}
        tone="quiet"
        confirmTone="danger"
      />
    );
  }
  return (
    <ActionForm
      action={actions.remove}
      words={formWords(locale)}
      submit={t('levels.remove', { code })}
      tone="danger"
      hidden={hidden}
    >
      <FormField
        name="indicators"
        type="select"
        label={t('indicators.ask', { codes: indicators.join(', ') })}
        hint={t('indicators.hint')}
        required
        options={[
          { value: '', label: t('indicators.choose') },
          { value: 'retire', label: t('indicators.retire') },
          ...measurable
            .filter(({ id }) => id !== result.id)
            .map((other) => ({
              value: other.id,
              label: t('indicators.measure', { code: other.code, title: other.title }),
            })),
        ]}
      />
    </ActionForm>
  );
}
