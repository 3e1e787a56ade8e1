import type { Entry } from '@/domain/monitoring/entries';
import type { IndicatorType } from '@/domain/monitoring/indicators';
import { sayAnswer } from '@/messages/answers';
import type { Locale } from '@/messages/locale';
import { AnswerSign } from './signs';

/** An answer in words, with the sign of its kind where it is no value. */
export function AnswerWords(props: {
  indicator: { readonly type: IndicatorType; readonly scale: readonly string[] };
  answer: Entry;
  locale: Locale;
}) {
  const { answer, indicator, locale } = props;
  const isValue = answer.kind === 'value';
  return (
    <span className={`answer-words ${isValue ? '' : 'text-muted'}`} data-kind={answer.kind}>
      <AnswerSign kind={answer.kind} />
      {sayAnswer(locale, indicator, answer)}
    </span>
  );
}
