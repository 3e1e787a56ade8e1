import type { ReactNode } from 'react';
import { ActionForm, FormField } from '@/components/ui/action-form';
import { Badge } from '@/components/ui/badge';
import { Country } from '@/components/ui/country';
import { Disclosure } from '@/components/ui/disclosure';
import { formWords } from '@/components/ui/form-words';
import { Section } from '@/components/ui/page';
import { REASON_LENGTH } from '@/domain/negotiation/dispositions';
import { formatter, translator } from '@/messages/translate';
import type { DeskAct, DeskActions, DeskProps } from './desk-props';
import { DeskRedline } from './desk-redline';
import { listed, nameOf, sayProposals } from './names';

/** What the chair suggests, what delegations say to it, and their forms. */
export function Suggestion(
  props: DeskProps & {
    documentId: string;
    act: DeskAct;
    clauseHash: string;
    may: { readonly dispose: boolean; readonly answerFor: string | null };
    actions: DeskActions;
  },
): ReactNode {
  const { act, names, locale, may } = props;
  const t = translator(locale, 'dispositions');
  return (
    <Section
      title={t('suggestion.heading')}
      aside={
        <time dateTime={act.at} className="text-sm text-muted">
          {formatter(locale).dateTime(new Date(act.at), { dateStyle: 'medium', timeStyle: 'short' })}
        </time>
      }
    >
      <div className="grid gap-4">
        <p className="font-medium">
          {t('suggestion.title', {
            act: t(`acts.${act.kind}`),
            proposals: sayProposals(act.proposals, names, t, locale),
          })}
        </p>
        {act.reason === '' ? null : <p className="text-sm">{act.reason}</p>}
        {act.redline === null ? null : (
          <div>
            <p className="mb-1 text-sm text-muted">{t('suggestion.words')}</p>
            <DeskRedline {...props} redline={act.redline} />
          </div>
        )}
        <Answers {...props} />
        {act.kind !== 'merged' ? null : (
          <p className={`text-sm ${act.missing.length === 0 ? 'text-insert' : 'text-warn'}`}>
            {act.missing.length === 0
              ? t('suggestion.ready')
              : t('suggestion.owners', {
                  countries: listed(
                    act.missing.map((code) => nameOf(code, names)),
                    locale,
                  ),
                })}
          </p>
        )}
        {may.dispose && act.missing.length === 0 ? (
          <ActionForm
            action={props.actions.carryOut}
            words={formWords(locale)}
            submit={t('suggestion.carryOut')}
            hidden={{ documentId: props.documentId, actId: act.actId, clauseHash: props.clauseHash }}
          />
        ) : null}
        {may.answerFor === null ? null : <AnswerForm {...props} country={may.answerFor} />}
      </div>
    </Section>
  );
}

function Answers({ act, countries, locale }: DeskProps & { act: DeskAct }): ReactNode {
  const t = translator(locale, 'dispositions');
  if (act.answers.length === 0) return <p className="text-sm text-muted">{t('suggestion.none')}</p>;
  return (
    <ul aria-label={t('suggestion.answers')} className="grid gap-1.5 text-sm">
      {act.answers.map(({ country, answer, note }) => (
        <li key={country} className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
          <Country code={country} countries={countries} locale={locale} />
          <Badge tone={answer === 'agree' ? 'done' : 'stop'}>{t(`suggestion.${answer}`)}</Badge>
          {note === '' ? null : <span className="min-w-0">{note}</span>}
        </li>
      ))}
    </ul>
  );
}

function AnswerForm(
  props: DeskProps & { documentId: string; act: DeskAct; country: string; actions: DeskActions },
): ReactNode {
  const { locale, names } = props;
  const t = translator(locale, 'dispositions');
  return (
    <Disclosure summary={t('suggestion.answerAs', { country: nameOf(props.country, names) })}>
      <ActionForm
        action={props.actions.answer}
        words={formWords(locale)}
        submit={t('suggestion.submit')}
        hidden={{ documentId: props.documentId, actId: props.act.actId }}
      >
        <FormField
          name="answer"
          type="select"
          label={t('suggestion.answerLabel')}
          options={[
            { value: 'agree', label: t('suggestion.answerAgree') },
            { value: 'cannotAgree', label: t('suggestion.answerCannot') },
          ]}
        />
        <FormField
          name="note"
          type="textarea"
          label={t('suggestion.note')}
          hint={t('suggestion.noteHint')}
          maxLength={REASON_LENGTH}
        />
      </ActionForm>
    </Disclosure>
  );
}
