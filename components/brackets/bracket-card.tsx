import type { CSSProperties, ReactNode } from 'react';
import { lookOf, ownerWords } from '@/components/editor/bracket-look';
import { ActionForm, FormField } from '@/components/ui/action-form';
import { Badge } from '@/components/ui/badge';
import { Disclosure } from '@/components/ui/disclosure';
import type { FormAction } from '@/components/ui/form-state';
import { formWords } from '@/components/ui/form-words';
import type { Locale } from '@/messages/locale';
import { translator } from '@/messages/translate';

/** A bracket as the page shows it; the shape that the query hands out. */
export interface BracketFacts {
  readonly id: string;
  readonly clauseId: string | null;
  readonly citation: string;
  readonly isPlaceholder: boolean;
  readonly alternatives: readonly {
    readonly alternative: number;
    readonly owners: readonly string[];
    readonly kind: 'words' | 'placeholder' | 'none';
    readonly words: string;
  }[];
  readonly consents: readonly {
    readonly country: string;
    readonly alternative: number | null;
    readonly stands: boolean;
  }[];
  readonly choices: readonly {
    readonly alternative: number | null;
    readonly asked: readonly string[];
    readonly missing: readonly string[];
  }[];
  /** The delegation for which the reader may consent, or null. */
  readonly own: string | null;
}

/** One open bracket: its wordings, who holds them, who has consented to what, and the way out of it. */
export function BracketCard(props: {
  documentId: string;
  bracket: BracketFacts;
  mayLift: boolean;
  actions: { readonly consent: FormAction; readonly lift: FormAction };
  nameOf: (code: string) => string;
  language: string;
  locale: Locale;
}): ReactNode {
  const { bracket, documentId, locale, nameOf, actions } = props;
  const t = translator(locale, 'brackets');
  const words = formWords(locale);
  const names = (codes: readonly string[]) => codes.map(nameOf).join(', ');
  const options = bracket.choices.map(({ alternative }) => ({
    value: alternative === null ? 'none' : String(alternative),
    label: keepWords(alternative),
  }));
  const hidden = { documentId, bracketId: bracket.id };
  const own = bracket.consents.find(({ country }) => country === bracket.own);
  return (
    <article
      id={bracket.id}
      className="scroll-mt-24 grid gap-3 rounded-lg border border-line bg-paper p-4 shadow-card target:border-accent sm:p-5"
    >
      <header className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <h3 className="font-semibold">
          {bracket.clauseId === null ? (
            bracket.citation
          ) : (
            <a href={`/documents/${documentId}#${bracket.clauseId}`} className="text-ink">
              {bracket.citation === '' ? t('list.clause') : bracket.citation}
            </a>
          )}
        </h3>
        {bracket.isPlaceholder ? <Badge>{t('list.placeholder')}</Badge> : null}
      </header>
      <ul className="grid gap-1.5 font-serif" lang={props.language}>
        {bracket.alternatives.map(({ alternative, owners, kind, words: said }) => (
          <li
            key={alternative}
            style={
              lookOf({ owners }) === null
                ? undefined
                : ({ '--bracket-of': lookOf({ owners }) } as CSSProperties)
            }
          >
            <span className="bracket-sign">
              [{owners.length === 0 ? null : <span className="bracket-owners">{ownerWords(owners)} </span>}
            </span>
            <span className="bracket-words" data-kind={kind}>
              {kind === 'none' ? t('list.noWords') : said}
            </span>
            <span className="bracket-sign">]</span>
          </li>
        ))}
      </ul>
      {bracket.consents.length === 0 ? null : (
        <ul className="grid gap-1 text-sm">
          {bracket.consents.map(({ country, alternative, stands }) => (
            <li key={country}>
              {t('list.consents', { delegation: nameOf(country), what: keepWords(alternative) })}
              {stands ? null : <span className="text-muted"> · {t('list.lapsed')}</span>}
            </li>
          ))}
        </ul>
      )}
      {bracket.own === null ? null : (
        <Disclosure summary={t('consent.open', { delegation: nameOf(bracket.own) })}>
          <ActionForm action={actions.consent} words={words} submit={t('consent.give')} hidden={hidden}>
            <FormField name="kept" type="select" label={t('consent.label')} required options={options} />
          </ActionForm>
          {own === undefined ? null : (
            <ActionForm
              action={actions.consent}
              words={words}
              submit={t('consent.withdraw')}
              tone="quiet"
              className="mt-3"
              hidden={{
                ...hidden,
                withdraw: 'yes',
                kept: own.alternative === null ? 'none' : String(own.alternative),
              }}
            />
          )}
        </Disclosure>
      )}
      {props.mayLift ? (
        <Disclosure summary={t('lift.open')}>
          <ul className="mb-3 grid gap-1 text-sm text-muted">
            {bracket.choices.map(({ alternative, missing }) => (
              <li key={alternative ?? 'none'}>
                {missing.length === 0
                  ? t('lift.free', { what: keepWords(alternative) })
                  : t('lift.waits', { what: keepWords(alternative), delegations: names(missing) })}
              </li>
            ))}
          </ul>
          <ActionForm action={actions.lift} words={words} submit={t('lift.submit')} hidden={hidden}>
            <FormField name="kept" type="select" label={t('lift.label')} required options={options} />
            <FormField
              name="reason"
              type="textarea"
              label={t('lift.reason')}
              hint={t('lift.reasonHint')}
              maxLength={2000}
            />
          </ActionForm>
        </Disclosure>
      ) : null}
    </article>
  );

  /** "keep “shall”", "keep no words". */
  function keepWords(alternative: number | null): string {
    const found = bracket.alternatives.find((other) => other.alternative === alternative);
    if (found === undefined || found.kind === 'none') return t('keep.none');
    return t('keep.words', { words: short(found.words) });
  }
}

function short(words: string): string {
  const line = words.trim().replace(/\s+/g, ' ');
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}
