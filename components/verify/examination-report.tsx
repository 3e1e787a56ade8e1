import { TextView } from '@/components/editor/text-view';
import { Roster } from '@/components/procedure/roster';
import { Disclosure } from '@/components/ui/disclosure';
import { Notice } from '@/components/ui/notice';
import type { Evidence } from '@/domain/procedure/evidence';
import type { Refusal } from '@/domain/refusal';
import type { DocumentJson } from '@/domain/text/document-json';
import type { HouseStyle } from '@/domain/text/numbering';
import { sayInstant } from '@/messages/dates';
import type { Locale } from '@/messages/locale';
import type { NamedCountry } from '@/messages/names';
import { refusalMessage } from '@/messages/refusal-message';
import { translator } from '@/messages/translate';
import { ProvenFacts } from './proven-facts';

/** What a file proves (server/queries/examine-evidence: ProvenEvidence). */
export interface Proven {
  readonly evidence: Evidence;
  readonly fingerprint: string;
  readonly isOurs: boolean;
  readonly isInTrail: boolean;
  readonly annulled: { readonly at: string; readonly reason: string } | null;
  readonly hashMatches: boolean | null;
}

/** What was found of one file, in words: exactly what is wrong with it, or what it proves and whose word that is. */
export function ExaminationReport(props: {
  view: { readonly fileName: string; readonly refusal: Refusal | null; readonly proven: Proven | null };
  countries: readonly NamedCountry[];
  locale: Locale;
}) {
  const { view, locale } = props;
  const t = translator(locale, 'verify');
  if (view.proven === null) {
    return (
      <div className="mb-6">
        <Notice tone="error" title={t('report.invalid', { file: view.fileName })}>
          {view.refusal === null ? null : (
            <p className="break-words">
              {t('report.rule', { rule: view.refusal.rule })} {refusalMessage(view.refusal, locale)}
            </p>
          )}
          <p>{t('report.invalidHelp')}</p>
        </Notice>
      </div>
    );
  }
  const { evidence } = view.proven;
  return (
    <article className="mb-8" aria-label={t('report.title')}>
      <Verdicts proven={view.proven} fileName={view.fileName} locale={locale} />
      <ProvenFacts proven={view.proven} countries={props.countries} locale={locale} />
      <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-3">
        <Disclosure summary={t('report.text')}>
          <div className="overflow-x-auto rounded-md border border-line bg-paper px-5 py-6 sm:px-8">
            <TextView
              document={evidence.text as DocumentJson}
              houseStyle={houseStyleOf(evidence)}
              language={evidence.document.language}
              locale={locale}
              idPrefix="text-"
            />
          </div>
        </Disclosure>
        <Disclosure summary={t('report.roster')}>
          <Roster
            roster={evidence.decision.roster}
            absent={
              'absent' in evidence.decision
                ? (evidence.decision.absent?.map(({ country }) => country) ?? null)
                : null
            }
            countries={props.countries}
            locale={locale}
          />
        </Disclosure>
      </div>
    </article>
  );
}

function Verdicts(props: { proven: Proven; fileName: string; locale: Locale }) {
  const { proven, locale } = props;
  const t = translator(locale, 'verify');
  return (
    <div className="mb-5 grid gap-2">
      <Notice tone={proven.isOurs ? 'done' : 'warn'} title={t('report.valid', { file: props.fileName })}>
        <p>{t(proven.isOurs ? 'report.ours' : 'report.foreign')}</p>
        {proven.isOurs ? <p>{t(proven.isInTrail ? 'report.inTrail' : 'report.notInTrail')}</p> : null}
      </Notice>
      {proven.annulled === null ? null : (
        <Notice tone="error" title={t('report.annulled', { at: sayInstant(locale, proven.annulled.at) })}>
          <p>{t('report.annulledReason', { reason: proven.annulled.reason })}</p>
        </Notice>
      )}
      {proven.hashMatches === null ? null : (
        <Notice tone={proven.hashMatches ? 'done' : 'error'}>
          <p>{t(proven.hashMatches ? 'report.hashMatches' : 'report.hashDiffers')}</p>
        </Notice>
      )}
    </div>
  );
}

function houseStyleOf({ document }: Evidence): HouseStyle {
  return document.houseStyle === 'sections' ? 'sections' : 'declaration';
}
