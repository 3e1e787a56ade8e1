import { ActionForm, FormField } from '@/components/ui/action-form';
import { Country } from '@/components/ui/country';
import { Disclosure } from '@/components/ui/disclosure';
import type { FormAction } from '@/components/ui/form-state';
import { formWords } from '@/components/ui/form-words';
import { STATEMENT_KINDS, STATEMENT_LANGUAGES, type StatementKind } from '@/domain/procedure/statement';
import { sayInstant } from '@/messages/dates';
import type { Locale } from '@/messages/locale';
import type { NamedCountry } from '@/messages/names';
import { translator } from '@/messages/translate';

/** A statement on the record (server/queries/record-annexes: StatementView). */
interface Statement {
  readonly id: string;
  readonly country: string;
  readonly kind: StatementKind;
  readonly language: string;
  readonly text: string;
  readonly at: string;
  readonly withdrawnAt: string | null;
  readonly isOwn: boolean;
}

/** What delegations said for the record. It stands beside the text, never in it. */
export function Statements(props: {
  documentId: string;
  statements: readonly Statement[];
  mayAttach: boolean;
  attach: FormAction;
  withdraw: FormAction;
  countries: readonly NamedCountry[];
  locale: Locale;
}) {
  const { documentId, statements, locale } = props;
  const t = translator(locale, 'tiers');
  if (statements.length === 0 && !props.mayAttach) return null;
  return (
    <section className="mt-10 border-t border-line pt-5" aria-labelledby="statements-title">
      <h3 id="statements-title" className="font-serif text-lg font-semibold">
        {t('statements.title')}
      </h3>
      <p className="mt-1 mb-3 text-sm text-muted">{t('statements.lead')}</p>
      <ul className="grid gap-5">
        {statements.map((statement) => (
          <li key={statement.id}>
            <p className="flex flex-wrap items-baseline gap-x-2 text-sm">
              <Country code={statement.country} countries={props.countries} locale={locale} />
              <span className="text-muted">
                {t(`statements.kind.${statement.kind}`)}, {sayInstant(locale, statement.at)}
              </span>
            </p>
            {statement.withdrawnAt === null ? (
              <p
                lang={statement.language}
                className="mt-1 font-serif whitespace-pre-line text-pretty [overflow-wrap:anywhere]"
              >
                {statement.text}
              </p>
            ) : (
              <p className="mt-1 text-sm text-muted italic">
                {t('statements.withdrawn', { at: sayInstant(locale, statement.withdrawnAt) })}
              </p>
            )}
            {statement.isOwn && statement.withdrawnAt === null ? (
              <div className="no-print mt-2">
                <ActionForm
                  action={props.withdraw}
                  words={formWords(locale)}
                  submit={t('statements.withdraw')}
                  tone="quiet"
                  hidden={{ documentId, statementId: statement.id }}
                />
              </div>
            ) : null}
          </li>
        ))}
      </ul>
      {props.mayAttach ? (
        <div className="no-print mt-4">
          <Disclosure summary={t('statements.attach')}>
            <ActionForm
              action={props.attach}
              words={formWords(locale)}
              submit={t('statements.submit')}
              hidden={{ documentId }}
            >
              <FormField
                name="kind"
                type="select"
                label={t('statements.kindLabel')}
                options={STATEMENT_KINDS.map((kind) => ({
                  value: kind,
                  label: t(`statements.kind.${kind}`),
                }))}
              />
              <FormField
                name="language"
                type="select"
                label={t('statements.language')}
                defaultValue={locale}
                options={STATEMENT_LANGUAGES.map((language) => ({
                  value: language,
                  label: translator(locale, 'documents')(`language.${language}`),
                }))}
              />
              <FormField
                name="text"
                type="textarea"
                label={t('statements.text')}
                hint={t('statements.textHint')}
                maxLength={10_000}
                required
              />
            </ActionForm>
          </Disclosure>
        </div>
      ) : null}
    </section>
  );
}
