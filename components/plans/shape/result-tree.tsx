import { ActionForm } from '@/components/ui/action-form';
import { Disclosure } from '@/components/ui/disclosure';
import { EmptyState } from '@/components/ui/empty-state';
import type { FormAction } from '@/components/ui/form-state';
import { formWords } from '@/components/ui/form-words';
import { Section } from '@/components/ui/page';
import { LEVELS, type Result } from '@/domain/plan/matrix';
import type { Locale } from '@/messages/locale';
import { translator } from '@/messages/translate';
import { ResultFields } from './result-fields';
import { ResultLine } from './result-line';

/** A result with what stands directly under it, and what measures it. */
export interface ShownResult {
  readonly result: Result;
  readonly below: number;
  readonly activities: number;
  readonly indicators: readonly string[];
}

export interface ShapeActions {
  readonly save: FormAction;
  readonly move: FormAction;
  readonly remove: FormAction;
}

export interface Measurable {
  readonly id: string;
  readonly code: string;
  readonly title: string;
}

/** Priority areas with their outcomes and outputs, each to be renamed, moved and removed where it stands. */
export function ResultTree(props: {
  planId: string;
  /** In the order of the matrix. */
  results: readonly ShownResult[];
  measurable: readonly Measurable[];
  locale: Locale;
  actions: ShapeActions;
}) {
  const { planId, results, locale } = props;
  const t = translator(locale, 'shape');
  const all = results.map(({ result }) => result);
  return (
    <Section title={t('levels.title')}>
      {results.length === 0 ? <EmptyState title={t('levels.title')}>{t('levels.none')}</EmptyState> : null}
      <ul className="mb-4 divide-y divide-line">
        {results.map((shown) => (
          <li
            key={shown.result.id}
            style={{ paddingInlineStart: `${LEVELS.indexOf(shown.result.level) * 1.5}rem` }}
          >
            <ResultLine
              planId={planId}
              shown={shown}
              all={all}
              measurable={props.measurable}
              locale={locale}
              actions={props.actions}
            />
          </li>
        ))}
      </ul>
      <Disclosure summary={t('levels.add')}>
        <ActionForm
          action={props.actions.save}
          words={formWords(locale)}
          submit={t('levels.addDo')}
          hidden={{ planId }}
        >
          <ResultFields all={all} locale={locale} />
        </ActionForm>
      </Disclosure>
    </Section>
  );
}
