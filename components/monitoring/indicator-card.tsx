import { ActionForm, FormField } from '@/components/ui/action-form';
import { ConfirmAction } from '@/components/ui/confirm-action';
import { Disclosure } from '@/components/ui/disclosure';
import type { FormAction } from '@/components/ui/form-state';
import { formWords } from '@/components/ui/form-words';
import type { IndicatorType } from '@/domain/monitoring/indicators';
import { sayValue } from '@/messages/answers';
import type { Locale } from '@/messages/locale';
import { sayPeriod } from '@/messages/periods';
import { translator } from '@/messages/translate';
import { IndicatorFields, type SaidOfIndicator } from './indicator-fields';

export interface ListedIndicator {
  readonly indicator: SaidOfIndicator & {
    readonly id: string;
    readonly rev: number;
    readonly type: IndicatorType;
    readonly direction: 'up' | 'down';
    readonly frequency: 'yearly' | 'halfYearly' | 'quarterly' | 'once';
    readonly aggregation: 'sum' | 'mean' | 'shareMeeting' | 'none';
  };
  readonly targets: readonly {
    readonly period: string;
    readonly country: string | null;
    readonly value: number;
  }[];
  readonly measures: { readonly code: string; readonly title: string } | null;
  readonly isFixed: boolean;
}

/** One indicator: what it is at a glance, its sheet below, and the forms of who keeps it. */
export function IndicatorCard(props: {
  line: ListedIndicator;
  measurable: Parameters<typeof IndicatorFields>[0]['measurable'];
  mayEdit: boolean;
  locale: Locale;
  save: FormAction;
  setTargets: FormAction;
  retire: FormAction;
}) {
  const { locale } = props;
  const { indicator, targets, measures } = props.line;
  const t = translator(locale, 'monitoring');
  const common = translator(locale, 'common');
  const say = (value: number) => sayValue(locale, indicator, value);
  const hidden = { indicatorId: indicator.id, rev: String(indicator.rev) };
  const region = targets.filter(({ country }) => country === null);
  const facts = [
    [t('sheet.measures'), measures === null ? '' : `${measures.code} ${measures.title}`],
    [t('sheet.definition'), indicator.definition],
    [t('sheet.scale'), indicator.scale.join(' → ')],
    [t('sheet.counting'), t(indicator.cumulative ? 'counting.cumulative' : 'counting.period')],
    [t('sheet.direction'), t(`direction.${indicator.direction}`)],
    [t('sheet.frequency'), t(`frequency.${indicator.frequency}`)],
    [t('sheet.disaggregation'), indicator.disaggregation],
    [t('sheet.verification'), indicator.meansOfVerification],
    [t('sheet.source'), indicator.source],
    [t('sheet.responsible'), indicator.responsible],
  ].filter(([, value]) => value !== '');
  return (
    <li className="py-4 first:pt-0 last:pb-0" id={indicator.id}>
      <div className="indicator-row">
        <div className="min-w-0">
          <h3 className="font-serif text-[1.05rem] leading-snug font-semibold">
            <span className="mr-2 font-sans text-sm font-medium text-muted">{indicator.code}</span>
            {indicator.title}
          </h3>
          <p className="mt-0.5 text-[0.8125rem] text-muted">
            {[t(`type.${indicator.type}`), indicator.unit, t(`aggregation.${indicator.aggregation}`)]
              .filter((part) => part !== '')
              .join(' · ')}
          </p>
        </div>
        <dl className="indicator-figures">
          <div>
            <dt>
              {indicator.baselineYear === null
                ? t('sheet.baseline')
                : t('baselineOf', { year: sayPeriod(locale, String(indicator.baselineYear)) })}
            </dt>
            <dd>{indicator.baseline === null ? t('unknown') : say(indicator.baseline)}</dd>
          </div>
          {region.map(({ period, value }) => (
            <div key={period}>
              <dt>{t('targetOf', { period: sayPeriod(locale, period) })}</dt>
              <dd>{say(value)}</dd>
            </div>
          ))}
        </dl>
      </div>
      <Disclosure summary={t('sheet.show')} quiet>
        <dl className="fact-rows text-sm">
          {facts.map(([term, value]) => (
            <div key={term} className="sm:contents">
              <dt className="text-muted">{term}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        {props.mayEdit ? (
          <div className="mt-5 grid gap-3 border-t border-line pt-4">
            <Disclosure summary={t('targets.edit')}>
              <ActionForm
                action={props.setTargets}
                words={formWords(locale)}
                submit={t('targets.save')}
                hidden={hidden}
                keep
              >
                <FormField
                  name="targets"
                  type="textarea"
                  label={t('targets.label')}
                  hint={t('targets.hint')}
                  defaultValue={targets
                    .map(({ period, country, value }) =>
                      [period, country ?? '', value].filter((part) => part !== '').join(' '),
                    )
                    .join('\n')}
                />
              </ActionForm>
            </Disclosure>
            <Disclosure summary={t('sheet.edit')}>
              {props.line.isFixed ? <p className="mb-3 text-sm text-muted">{t('sheet.fixed')}</p> : null}
              <ActionForm
                action={props.save}
                words={formWords(locale)}
                submit={t('sheet.save')}
                hidden={hidden}
                keep
              >
                <IndicatorFields indicator={indicator} measurable={props.measurable} locale={locale} />
              </ActionForm>
            </Disclosure>
            <ConfirmAction
              action={props.retire}
              hidden={hidden}
              label={t('retire.do')}
              title={t('retire.title', { code: indicator.code })}
              text={t('retire.text')}
              confirm={t('retire.do')}
              cancel={common('actions.cancel')}
              tone="quiet"
              confirmTone="danger"
            />
          </div>
        ) : null}
      </Disclosure>
    </li>
  );
}
