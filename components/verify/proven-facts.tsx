import type { ReactNode } from 'react';
import { Hash } from '@/components/procedure/hash';
import type { Evidence, FullEvidence } from '@/domain/procedure/evidence';
import { sayInstant } from '@/messages/dates';
import type { Locale } from '@/messages/locale';
import { countryName, type NamedCountry } from '@/messages/names';
import { translator } from '@/messages/translate';
import type { Proven } from './examination-report';

interface Reader {
  readonly countries: readonly NamedCountry[];
  readonly locale: Locale;
}

type Fact = readonly [term: string, value: ReactNode];

/** What the file states under its signature: the decision, how it came about, where delegations stood, the proofs. */
export function ProvenFacts(props: { proven: Proven } & Reader) {
  const { evidence, fingerprint } = props.proven;
  const { locale } = props;
  const t = translator(locale, 'verify');
  const { document, version, decision } = evidence;
  const facts: Fact[] = [
    [t('facts.text'), `${document.symbol}/Rev.${version.revision}`],
    [t('facts.body'), document.body.name],
    [t('facts.decision'), <Decision key="decision" evidence={evidence} locale={locale} />],
    [t('facts.meeting'), `${decision.meeting.title}, ${decision.meeting.place}`],
    [t('facts.item'), `${decision.agendaItem.number} ${decision.agendaItem.title}`],
    [t('facts.at'), sayInstant(locale, decision.at)],
    [t('facts.by'), personOf(decision.decidedBy, props)],
    ...('positions' in evidence ? circumstances(evidence, props) : []),
    [t('facts.textHash'), <Hash key="hash" value={evidence.textHash} />],
    [t('facts.key'), <Hash key="key" value={fingerprint} />],
    [
      t('facts.audit'),
      <span key="audit" className="break-words">
        {t('facts.auditPlace', { seq: evidence.audit.seq })} <Hash value={evidence.audit.hash} />
        {'positions' in evidence ? (
          <span className="block text-[0.8125rem] text-muted">{t('facts.auditProven')}</span>
        ) : null}
      </span>,
    ],
  ];
  return (
    <section className="mb-5 rounded-lg border border-line bg-paper px-5 py-4 shadow-card">
      <h2 lang={document.language} className="mb-3 font-serif text-xl leading-snug font-semibold">
        {document.title}
      </h2>
      <dl className="fact-rows text-sm">
        {facts.map(([term, value]) => (
          <div key={term} className="contents">
            <dt className="text-muted max-sm:mt-1">{term}</dt>
            <dd className="min-w-0">{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Decision({ evidence, locale }: { evidence: Evidence; locale: Locale }) {
  const common = translator(locale, 'common');
  return (
    <>
      <span className="font-medium">{common(`verb.${evidence.decision.verb}`)}</span>
      <span lang="en" className="block font-serif">
        {evidence.decision.wording}
      </span>
    </>
  );
}

/** What evidence of the second format says besides. */
function circumstances(evidence: FullEvidence, reader: Reader): Fact[] {
  const { decision, positions, statements } = evidence;
  const { locale } = reader;
  const t = translator(locale, 'verify');
  const common = translator(locale, 'common');
  const { how, absent, forwardedFrom } = decision;
  const onText = positions.filter(({ on }) => on === 'document');
  return [
    [
      t('facts.how'),
      how.kind === 'bySilence'
        ? t('facts.bySilence', {
            from: sayInstant(locale, how.startedAt),
            to: sayInstant(locale, how.expiresAt),
            zone: how.zone,
          })
        : how.confirmedBy === null
          ? t('facts.inTheRoom')
          : !decision.makesFinal
            ? t('facts.entered', { name: decision.decidedBy.name, second: how.confirmedBy.name })
            : t('facts.inTheRoomConfirmed', { name: how.confirmedBy.name }),
    ],
    [t('facts.effect'), t(decision.makesFinal ? 'facts.makesFinal' : 'facts.keepsOpen')],
    ...(forwardedFrom === null
      ? []
      : [
          [
            t('facts.forwardedFrom'),
            t(forwardedFrom.textHash === evidence.textHash ? 'facts.forwarded' : 'facts.forwardedOther', {
              verb: common(`verb.${forwardedFrom.verb}`),
              meeting: forwardedFrom.meeting,
              at: sayInstant(locale, forwardedFrom.at),
            }),
          ] satisfies Fact,
        ]),
    [
      t('facts.absent'),
      absent === null
        ? t('facts.absentUnknown')
        : absent.length === 0
          ? t('facts.absentNone')
          : absent.map(({ country }) => countryOf(country, reader)).join(', '),
    ],
    [
      t('facts.positions'),
      onText.length === 0
        ? t('facts.noPositions')
        : onText
            .map(({ country, stance }) => `${countryOf(country, reader)}: ${t(`stance.${stance}`)}`)
            .join('; '),
    ],
    [t('facts.onClauses'), t('facts.onClausesCount', { count: positions.length - onText.length })],
    [t('facts.statements'), t('facts.statementsCount', { count: statements })],
  ];
}

function countryOf(code: string, { countries, locale }: Reader): string {
  const known = countries.find((country) => country.code === code);
  return known === undefined ? code : countryName(locale, known);
}

function personOf(
  person: { readonly name: string; readonly country: string | null },
  reader: Reader,
): string {
  return person.country === null ? person.name : `${person.name}, ${countryOf(person.country, reader)}`;
}
