import type { ReactNode } from 'react';
import { ActionForm, FormField } from '@/components/ui/action-form';
import { Badge } from '@/components/ui/badge';
import { ConfirmAction } from '@/components/ui/confirm-action';
import { Country } from '@/components/ui/country';
import { Disclosure } from '@/components/ui/disclosure';
import type { FormAction } from '@/components/ui/form-state';
import { formWords } from '@/components/ui/form-words';
import { LONGEST_REMARK } from '@/domain/brainstorm/inputs';
import { sayInstant } from '@/messages/dates';
import { nameIn } from '@/messages/names';
import { translator } from '@/messages/translate';
import { OutcomeFields } from './outcome-fields';
import { OutcomeLine } from './outcome-line';
import type { BoardInput, BoardLook } from './types';

/** The form that gathers what is chosen on the board; the boxes on the cards name it. */
export const GATHER_FORM = 'gather-inputs';

export interface CardActions {
  readonly withdraw: FormAction;
  readonly note: FormAction;
  readonly decide: FormAction;
}

/** What one delegation said, whose it is, and where it went. */
export function InputCard(props: {
  input: BoardInput;
  look: BoardLook;
  actions: CardActions;
  /** False where the same input stands on the board before: an address leads to the first. */
  isFirst: boolean;
  tools?: ReactNode;
}) {
  const { input, look, actions } = props;
  const { locale, may, countries } = look;
  const t = translator(locale, 'brainstorm');
  const common = translator(locale, 'common');
  const color = countries.find(({ code }) => code === input.country)?.color ?? 'var(--line-strong)';
  return (
    <li
      {...(props.isFirst ? { id: input.id } : {})}
      data-input={input.id}
      className="grid scroll-mt-24 gap-2 rounded-md border border-line border-l-4 bg-raised px-3.5 py-3 target:ring-2 target:ring-accent"
      style={{ borderLeftColor: color }}
    >
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1 text-[0.8125rem] text-muted">
        {may.gather && !input.isWithdrawn ? (
          <input
            type="checkbox"
            name="inputs"
            value={input.id}
            form={GATHER_FORM}
            aria-label={t('choose', { words: input.words.slice(0, 80) })}
            className="size-4"
          />
        ) : null}
        <Country code={input.country} countries={countries} locale={locale} className="text-ink" />
        <span>{t(`kind.${input.kind}`)}</span>
        {input.isWithdrawn ? <Badge tone="warn">{t('withdrawn')}</Badge> : null}
      </div>
      <p
        lang={input.language}
        className={`font-serif text-[1.02rem] leading-snug wrap-anywhere whitespace-pre-line ${input.isWithdrawn ? 'text-muted line-through' : ''}`}
      >
        {input.words}
      </p>
      <Areas tags={input.tags} look={look} />
      <OutcomeLine outcome={input.outcome} reason={input.reason} clauses={input.clauses} locale={locale} />
      <div className="grid gap-1">
        {input.evidence === '' ? null : (
          <Disclosure summary={t('evidenceShow')} quiet>
            <p lang={input.language} className="text-sm wrap-anywhere whitespace-pre-line">
              {input.evidence}
            </p>
          </Disclosure>
        )}
        {may.remark || input.notes.length > 0 ? (
          <Disclosure summary={t('remarks', { count: input.notes.length })} quiet>
            <Remarks input={input} look={look} action={actions.note} />
          </Disclosure>
        ) : null}
        {may.link && !input.isWithdrawn ? (
          <Disclosure summary={t('decide')} quiet>
            <ActionForm
              action={actions.decide}
              words={formWords(locale)}
              submit={t('decideDo')}
              hidden={{ inputs: input.id }}
            >
              <OutcomeFields locale={locale} />
            </ActionForm>
          </Disclosure>
        ) : null}
      </div>
      {input.mayWithdraw ? (
        <div className="-my-1 -ml-3">
          <ConfirmAction
            action={actions.withdraw}
            hidden={{ inputId: input.id }}
            label={t('withdraw')}
            title={t('withdrawTitle')}
            text={t('withdrawText')}
            confirm={t('withdraw')}
            cancel={common('actions.cancel')}
            tone="quiet"
            confirmTone="danger"
          />
        </div>
      ) : null}
      {props.tools}
    </li>
  );
}

function Areas(props: { tags: readonly string[]; look: BoardLook }) {
  const { tags, locale } = props.look;
  const chosen = tags.filter(({ key }) => props.tags.includes(key));
  if (chosen.length === 0) return null;
  return (
    <ul className="flex flex-wrap gap-1.5" aria-label={translator(locale, 'brainstorm')('areas')}>
      {chosen.map(({ key, title, titleThai }) => (
        <li key={key} className="rounded-sm bg-accent-soft px-1.5 py-0.5 text-xs text-ink">
          {nameIn(locale, title, titleThai)}
        </li>
      ))}
    </ul>
  );
}

function Remarks(props: { input: BoardInput; look: BoardLook; action: FormAction }) {
  const { input, look } = props;
  const { locale, countries, may } = look;
  const t = translator(locale, 'brainstorm');
  return (
    <>
      <ol className="grid gap-2 text-sm">
        {input.notes.map(({ id, words, country, at }) => (
          <li key={id}>
            <span className="flex flex-wrap gap-x-2 text-[0.8125rem] text-muted">
              {country === null ? (
                t('headTable')
              ) : (
                <Country code={country} countries={countries} locale={locale} />
              )}
              <time dateTime={at}>{sayInstant(locale, at)}</time>
            </span>
            <span className="block wrap-anywhere whitespace-pre-line">{words}</span>
          </li>
        ))}
      </ol>
      {may.remark ? (
        <ActionForm
          action={props.action}
          words={formWords(locale)}
          submit={t('remarkDo')}
          hidden={{ inputId: input.id }}
          className={input.notes.length === 0 ? 'grid gap-3' : 'mt-3 grid gap-3'}
        >
          <FormField name="words" type="textarea" label={t('remark')} maxLength={LONGEST_REMARK} required />
        </ActionForm>
      ) : null}
    </>
  );
}
