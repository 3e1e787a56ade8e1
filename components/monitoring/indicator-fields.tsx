import { FormField } from '@/components/ui/action-form';
import { AGGREGATIONS, DIRECTIONS, FREQUENCIES, INDICATOR_TYPES } from '@/domain/monitoring/indicators';
import type { Locale } from '@/messages/locale';
import { translator } from '@/messages/translate';

/** What the sheet of an indicator says. */
export interface SaidOfIndicator {
  readonly resultId: string | null;
  readonly activityId: string | null;
  readonly code: string;
  readonly title: string;
  readonly definition: string;
  readonly unit: string;
  readonly type: string;
  readonly scale: readonly string[];
  readonly direction: string;
  readonly cumulative: boolean;
  readonly baseline: number | null;
  readonly baselineYear: number | null;
  readonly meansOfVerification: string;
  readonly source: string;
  readonly responsible: string;
  readonly frequency: string;
  readonly disaggregation: string;
  readonly aggregation: string;
}

/** The questions of an indicator's sheet. What is fixed travels hidden. */
export function IndicatorFields(props: {
  indicator?: SaidOfIndicator;
  measurable: readonly {
    readonly id: string;
    readonly of: 'result' | 'activity';
    readonly code: string;
    readonly title: string;
  }[];
  locale: Locale;
}) {
  const { indicator, locale } = props;
  const t = translator(locale, 'monitoring');
  const choice = <T extends string>(values: readonly T[], say: (value: T) => string) =>
    values.map((value) => ({ value, label: say(value) }));
  const wide = 'sm:col-span-2';
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <FormField
        name="code"
        label={t('sheet.code')}
        defaultValue={indicator?.code ?? ''}
        maxLength={40}
        required
      />
      <FormField
        name="measures"
        type="select"
        label={t('sheet.measures')}
        defaultValue={indicator?.resultId ?? indicator?.activityId ?? ''}
        options={props.measurable.map(({ id, code, title }) => ({ value: id, label: `${code} ${title}` }))}
      />
      <div className={wide}>
        <FormField
          name="title"
          label={t('sheet.title')}
          defaultValue={indicator?.title ?? ''}
          maxLength={300}
          required
        />
      </div>
      <div className={wide}>
        <FormField
          name="definition"
          type="textarea"
          label={t('sheet.definition')}
          defaultValue={indicator?.definition ?? ''}
          maxLength={2000}
        />
      </div>
      <FormField
        name="type"
        type="select"
        label={t('sheet.type')}
        defaultValue={indicator?.type ?? 'number'}
        options={choice(INDICATOR_TYPES, (value) => t(`type.${value}`))}
      />
      <FormField name="unit" label={t('sheet.unit')} defaultValue={indicator?.unit ?? ''} maxLength={80} />
      <FormField
        name="scale"
        type="textarea"
        label={t('sheet.scale')}
        hint={t('sheet.scaleHint')}
        defaultValue={indicator?.scale.join('\n') ?? ''}
      />
      <div className="grid content-start gap-4">
        <FormField
          name="direction"
          type="select"
          label={t('sheet.direction')}
          defaultValue={indicator?.direction ?? 'up'}
          options={choice(DIRECTIONS, (value) => t(`direction.${value}`))}
        />
        <FormField
          name="cumulative"
          type="select"
          label={t('sheet.counting')}
          defaultValue={indicator?.cumulative === true ? 'yes' : 'no'}
          options={[
            { value: 'no', label: t('counting.period') },
            { value: 'yes', label: t('counting.cumulative') },
          ]}
        />
      </div>
      <FormField
        name="baseline"
        label={t('sheet.baseline')}
        hint={t('sheet.baselineHint')}
        defaultValue={
          indicator?.baseline === null || indicator === undefined ? '' : String(indicator.baseline)
        }
      />
      <FormField
        name="baselineYear"
        type="number"
        label={t('sheet.baselineYear')}
        defaultValue={indicator?.baselineYear === null ? '' : String(indicator?.baselineYear ?? '')}
      />
      <FormField
        name="aggregation"
        type="select"
        label={t('sheet.aggregation')}
        defaultValue={indicator?.aggregation ?? 'sum'}
        options={choice(AGGREGATIONS, (value) => t(`aggregation.${value}`))}
      />
      <FormField
        name="frequency"
        type="select"
        label={t('sheet.frequency')}
        defaultValue={indicator?.frequency ?? 'yearly'}
        options={choice(FREQUENCIES, (value) => t(`frequency.${value}`))}
      />
      <FormField
        name="meansOfVerification"
        label={t('sheet.verification')}
        defaultValue={indicator?.meansOfVerification ?? ''}
        maxLength={1000}
      />
      <FormField
        name="source"
        label={t('sheet.source')}
        defaultValue={indicator?.source ?? ''}
        maxLength={500}
      />
      <FormField
        name="responsible"
        label={t('sheet.responsible')}
        defaultValue={indicator?.responsible ?? ''}
        maxLength={300}
      />
      <FormField
        name="disaggregation"
        label={t('sheet.disaggregation')}
        defaultValue={indicator?.disaggregation ?? ''}
        maxLength={500}
      />
    </div>
  );
}
