import type { ReactNode } from 'react';
import { ActionForm, FormField } from '@/components/ui/action-form';
import { Badge } from '@/components/ui/badge';
import { Disclosure } from '@/components/ui/disclosure';
import type { FormAction } from '@/components/ui/form-state';
import { formWords } from '@/components/ui/form-words';
import { Section } from '@/components/ui/page';
import { sayInstant } from '@/messages/dates';
import type { Locale } from '@/messages/locale';
import { countryName, type NamedCountry } from '@/messages/names';
import { translator } from '@/messages/translate';
import { SecondHand } from './second-hand';

/** A corrigendum (server/queries/record-annexes: CorrigendumView). */
interface Corrigendum {
  readonly id: string;
  readonly number: number;
  readonly citation: string;
  readonly before: string;
  readonly after: string;
  readonly reason: string;
  readonly state: 'proposed' | 'issued' | 'objected' | 'withdrawn';
  readonly noObjectionUntil: string;
  readonly issuedAt: string | null;
  readonly objectedBy: string | null;
  readonly objection: string;
}

/** One that waits for a second person (server/queries/record-annexes: WaitingCorrigendum). */
interface Waiting {
  readonly findingId: string;
  readonly citation: string;
  readonly before: string;
  readonly after: string;
  readonly reason: string;
  readonly days: number;
  readonly foundBy: string;
  readonly at: string;
  readonly isOwn: boolean;
}

interface Props {
  readonly documentId: string;
  readonly language: string;
  readonly corrigenda: readonly Corrigendum[];
  readonly waiting: Waiting | null;
  readonly correctable: readonly { readonly id: string; readonly citation: string; readonly words: string }[];
  readonly may: { readonly propose: boolean; readonly confirm: boolean; readonly object: boolean };
  readonly actions: {
    readonly propose: FormAction;
    readonly confirm: FormAction;
    readonly takeBack: FormAction;
    readonly object: FormAction;
    readonly withdraw: FormAction;
  };
  readonly countries: readonly NamedCountry[];
  readonly locale: Locale;
}

const TONE = { proposed: 'warn', issued: 'done', objected: 'stop', withdrawn: 'neutral' } as const;

/** Slips of the pen: both wordings are kept, the adopted text stays as it is. */
export function Corrigenda(props: Props) {
  const { corrigenda, locale } = props;
  const t = translator(locale, 'tiers');
  const isWaiting = props.waiting !== null || corrigenda.some(({ state }) => state === 'proposed');
  if (corrigenda.length === 0 && props.waiting === null && props.correctable.length === 0) return null;
  return (
    <Section title={t('corrigenda.title')}>
      <ul className="grid gap-5">
        {corrigenda.map((one) => (
          <Item key={one.id} one={one} {...props} />
        ))}
      </ul>
      {props.waiting === null ? null : <Second {...props} waiting={props.waiting} />}
      {props.may.propose && props.correctable.length > 0 && !isWaiting ? (
        <div className={corrigenda.length === 0 ? '' : 'mt-4'}>
          <Disclosure summary={t('corrigenda.propose')}>
            <ProposeForm {...props} />
          </Disclosure>
        </div>
      ) : null}
    </Section>
  );
}

function Item({ one, documentId, language, may, actions, countries, locale }: Props & { one: Corrigendum }) {
  const t = translator(locale, 'tiers');
  const hidden = { documentId, corrigendumId: one.id };
  return (
    <li className="grid gap-1.5 text-sm">
      <p className="flex flex-wrap items-center gap-2 font-medium">
        {t('corrigenda.name', { number: one.number })}
        {one.citation === '' ? null : <span className="text-muted">{one.citation}</span>}
        <Badge tone={TONE[one.state]}>{t(`corrigenda.state.${one.state}`)}</Badge>
      </p>
      <Words label={t('corrigenda.before')} language={language}>
        {one.before}
      </Words>
      <Words label={t('corrigenda.after')} language={language}>
        {one.after}
      </Words>
      <p className="text-muted">{t('corrigenda.because', { reason: one.reason })}</p>
      <p className="text-muted">{fateOf(one, countries, locale)}</p>
      {one.state === 'proposed' && may.object ? (
        <Disclosure summary={t('corrigenda.object')} quiet>
          <ActionForm
            action={actions.object}
            words={formWords(locale)}
            submit={t('corrigenda.objectSubmit')}
            hidden={hidden}
          >
            <FormField name="reason" type="textarea" label={t('reason')} maxLength={2000} required />
          </ActionForm>
        </Disclosure>
      ) : null}
      {one.state === 'proposed' && may.propose ? (
        <ActionForm
          action={actions.withdraw}
          words={formWords(locale)}
          submit={t('corrigenda.withdraw')}
          tone="quiet"
          hidden={hidden}
        />
      ) : null}
    </li>
  );
}

function Second({ waiting, documentId, language, may, actions, locale }: Props & { waiting: Waiting }) {
  const t = translator(locale, 'tiers');
  return (
    <div className="mt-4 grid gap-1.5 text-sm">
      <p className="flex flex-wrap items-center gap-2 font-medium">
        {waiting.citation}
        <Badge tone="warn">{t('second.title')}</Badge>
      </p>
      <Words label={t('corrigenda.before')} language={language}>
        {waiting.before}
      </Words>
      <Words label={t('corrigenda.after')} language={language}>
        {waiting.after}
      </Words>
      <p className="text-muted">{t('corrigenda.because', { reason: waiting.reason })}</p>
      <SecondHand
        hidden={{ documentId, findingId: waiting.findingId, kind: 'corrigendum' }}
        foundBy={waiting.foundBy}
        at={waiting.at}
        isOwn={waiting.isOwn}
        may={{ confirm: may.confirm, takeBack: may.propose }}
        sure={t('second.sureCorrigendum', { days: waiting.days })}
        confirm={actions.confirm}
        takeBack={actions.takeBack}
        locale={locale}
      />
    </div>
  );
}

function Words(props: { label: string; language: string; children: ReactNode }) {
  return (
    <p>
      <span className="text-muted">{props.label} </span>
      <span lang={props.language} className="font-serif [overflow-wrap:anywhere]">
        {props.children}
      </span>
    </p>
  );
}

function fateOf(one: Corrigendum, countries: readonly NamedCountry[], locale: Locale): string {
  const t = translator(locale, 'tiers');
  if (one.state === 'proposed')
    return t('corrigenda.until', { at: sayInstant(locale, one.noObjectionUntil) });
  if (one.state === 'issued') {
    return t('corrigenda.issued', { at: sayInstant(locale, one.issuedAt ?? one.noObjectionUntil) });
  }
  if (one.state === 'withdrawn') return t('corrigenda.withdrawn');
  const country = countries.find(({ code }) => code === one.objectedBy);
  return t('corrigenda.objected', {
    country: country === undefined ? (one.objectedBy ?? '') : countryName(locale, country),
    reason: one.objection,
  });
}

function ProposeForm({ documentId, language, correctable, actions, locale }: Props) {
  const t = translator(locale, 'tiers');
  return (
    <>
      <p className="mb-3 text-sm">{t('corrigenda.proposeText')}</p>
      <ActionForm
        action={actions.propose}
        words={formWords(locale)}
        submit={t('corrigenda.submit')}
        hidden={{ documentId }}
      >
        <FormField
          name="clauseId"
          type="select"
          label={t('corrigenda.clause')}
          options={correctable.map(({ id, citation, words }) => ({
            value: id,
            label: `${citation === '' ? '' : `${citation}: `}${words.length > 70 ? `${words.slice(0, 69)}…` : words}`,
          }))}
        />
        <FormField
          name="words"
          type="textarea"
          label={t('corrigenda.words')}
          hint={t('corrigenda.wordsHint')}
          lang={language}
          maxLength={20_000}
          required
        />
        <FormField name="reason" type="textarea" label={t('reason')} maxLength={2000} required />
        <FormField
          name="days"
          type="select"
          label={t('corrigenda.days')}
          defaultValue="7"
          options={[3, 7, 14, 30].map((days) => ({
            value: String(days),
            label: t('corrigenda.daysCount', { days }),
          }))}
        />
      </ActionForm>
    </>
  );
}
