import { Fragment } from 'react';
import type { Entry } from '@/domain/monitoring/entries';
import type { IndicatorType } from '@/domain/monitoring/indicators';
import { sayInstant } from '@/messages/dates';
import type { Locale } from '@/messages/locale';
import { translator } from '@/messages/translate';
import { AnswerWords } from './answer-words';

export interface ShownAnswer {
  readonly indicator: {
    readonly id: string;
    readonly code: string;
    readonly title: string;
    readonly type: IndicatorType;
    readonly scale: readonly string[];
  };
  readonly heading: string | null;
  readonly hint: string;
  readonly answer: Entry & { readonly note: string; readonly evidence: string };
  readonly previous: Entry | null;
  readonly earlier: readonly (Entry & { readonly id: string; readonly at: string })[];
}

/** A return to be read: what was answered, beside what was answered for the period before. */
export function AnswerTable(props: { lines: readonly ShownAnswer[]; previous: string; locale: Locale }) {
  const { locale } = props;
  const t = translator(locale, 'monitoring');
  return (
    <table className="answers">
      <thead>
        <tr>
          <th scope="col">{t('form.indicator')}</th>
          <th scope="col">{props.previous}</th>
          <th scope="col">{t('form.answer')}</th>
          <th scope="col">{t('form.remarks')}</th>
        </tr>
      </thead>
      <tbody>
        {props.lines.map(({ indicator, heading, hint, answer, previous, earlier }) => (
          <Fragment key={indicator.id}>
            {heading === null ? null : (
              <tr className="answers-area">
                <th scope="rowgroup" colSpan={4}>
                  {heading}
                </th>
              </tr>
            )}
            <tr>
              <th scope="row">
                <span className="answers-code">{indicator.code}</span> {indicator.title}
                <span className="answers-hint">{hint}</span>
              </th>
              <td data-label={props.previous}>
                {previous === null ? (
                  '–'
                ) : (
                  <AnswerWords indicator={indicator} answer={previous} locale={locale} />
                )}
              </td>
              <td data-label={t('form.answer')} className="font-medium">
                <AnswerWords indicator={indicator} answer={answer} locale={locale} />
                {earlier.map((one) => (
                  <span key={one.id} className="answers-hint">
                    {t('form.before', { at: sayInstant(locale, one.at) })}{' '}
                    <s>
                      <AnswerWords indicator={indicator} answer={one} locale={locale} />
                    </s>
                  </span>
                ))}
              </td>
              <td data-label={t('form.remarks')} className="text-sm">
                {answer.note === '' && answer.evidence === '' ? '–' : answer.note}
                {answer.evidence === '' ? null : (
                  <span className="answers-hint">
                    {t('form.evidence')}: {answer.evidence}
                  </span>
                )}
              </td>
            </tr>
          </Fragment>
        ))}
      </tbody>
    </table>
  );
}
