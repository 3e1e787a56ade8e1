import type { ReactNode } from 'react';
import { Button, LinkButton } from '@/components/ui/button';
import { Select } from '@/components/ui/field';
import type { VersionChoice, VersionFacts } from '@/components/versions/version-line';
import type { Locale } from '@/messages/locale';
import { translator } from '@/messages/translate';
import { type CompareChoice, compareHref } from './choice';
import { CopyLink } from './copy-link';
import { VersionOptions } from './version-options';

export interface Predecessor {
  readonly id: string;
  readonly name: string;
  readonly versions: readonly VersionFacts[];
}

/** Which two texts: two lists, a button, and the way to turn them round. Works without a script. */
export function CompareForm(props: {
  documentId: string;
  versions: readonly VersionFacts[];
  predecessor: Predecessor | null;
  choice: Partial<CompareChoice>;
  /** The link is worth copying only where there is a comparison. */
  mayCopy: boolean;
  locale: Locale;
}): ReactNode {
  const { locale, choice, documentId, predecessor } = props;
  const t = translator(locale, 'compare');
  const from = choice.from ?? '';
  const fromValue = choice.fromDocument == null ? String(from) : `${choice.fromDocument}:${from}`;
  const maySwap = choice.from !== undefined && choice.to !== undefined && choice.fromDocument == null;
  return (
    <form
      action={`/documents/${encodeURIComponent(documentId)}/compare`}
      method="get"
      className="compare-form"
    >
      {choice.view === undefined || choice.view === 'inline' ? null : (
        <input type="hidden" name="view" value={choice.view} />
      )}
      <div className="compare-choice">
        <label htmlFor="compare-from">{t('choose.from')}</label>
        <Select id="compare-from" name="from" defaultValue={fromValue} key={`from ${fromValue}`}>
          <VersionOptions versions={props.versions} locale={locale} />
          {predecessor === null ? null : (
            <optgroup label={t('choose.predecessor', { name: predecessor.name })}>
              <VersionOptions versions={predecessor.versions} locale={locale} prefix={`${predecessor.id}:`} />
            </optgroup>
          )}
        </Select>
      </div>
      {maySwap ? (
        <LinkButton
          tone="quiet"
          className="compare-swap"
          href={compareHref(documentId, {
            from: choice.to as VersionChoice,
            to: choice.from as VersionChoice,
            fromDocument: null,
            ...(choice.view === undefined ? {} : { view: choice.view }),
          })}
        >
          <span aria-hidden="true">⇄</span>
          <span className="sr-only">{t('choose.swap')}</span>
        </LinkButton>
      ) : (
        <span className="compare-swap" aria-hidden="true">
          →
        </span>
      )}
      <div className="compare-choice">
        <label htmlFor="compare-to">{t('choose.to')}</label>
        <Select id="compare-to" name="to" defaultValue={String(choice.to ?? 'now')} key={`to ${choice.to}`}>
          <VersionOptions versions={props.versions} locale={locale} />
        </Select>
      </div>
      <div className="compare-buttons">
        <Button type="submit" tone="primary">
          {t('choose.compare')}
        </Button>
        {props.mayCopy ? <CopyLink /> : null}
      </div>
    </form>
  );
}
