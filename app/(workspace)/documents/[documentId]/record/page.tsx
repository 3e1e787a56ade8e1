import type { Metadata } from 'next';
import Link from 'next/link';
import { refusalPage } from '@/app/_lib/refusal';
import { getLocale, requireViewer } from '@/app/_lib/viewer';
import { TextView } from '@/components/editor/text-view';
import { Hash } from '@/components/procedure/hash';
import { PrintButton } from '@/components/procedure/print-button';
import { RecordPaper } from '@/components/procedure/record-paper';
import { Roster } from '@/components/procedure/roster';
import { hashGroups, sayDecision } from '@/components/procedure/say-decision';
import { AnnulForm } from '@/components/tiers/annul-form';
import { Corrigenda } from '@/components/tiers/corrigenda';
import { LineageList } from '@/components/tiers/lineage-list';
import { Statements } from '@/components/tiers/statements';
import { ActionForm, FormField } from '@/components/ui/action-form';
import { buttonClass } from '@/components/ui/button';
import { Disclosure } from '@/components/ui/disclosure';
import { formWords } from '@/components/ui/form-words';
import { Notice } from '@/components/ui/notice';
import { Section } from '@/components/ui/page';
import { sayInstant } from '@/messages/dates';
import type { Locale } from '@/messages/locale';
import { countryName, nameIn } from '@/messages/names';
import { translator } from '@/messages/translate';
import { type CountryView, countriesFor } from '@/server/queries/countries';
import { getRecord, type RecordView } from '@/server/queries/records';
import { getRuntime } from '@/server/runtime';
import { startSuccessorAction } from '../_actions/procedure';
import {
  annulAction,
  attachStatementAction,
  confirmCorrigendumAction,
  objectToCorrigendumAction,
  proposeCorrigendumAction,
  takeFindingBackAction,
  withdrawCorrigendumAction,
  withdrawStatementAction,
} from '../_actions/tiers';

interface Props {
  params: Promise<{ documentId: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await getLocale(), 'record')('title') };
}

export default async function RecordPage(props: Props) {
  const { documentId } = await props.params;
  const { actor, locale } = await requireViewer();
  const runtime = getRuntime();
  const found = await getRecord(runtime, actor, documentId);
  if (!found.ok) return refusalPage(found, locale);
  const record = found.value;
  const countries = countriesFor(runtime);
  const t = translator(locale, 'record');
  return (
    <div className="record-page">
      <Annulled record={record} locale={locale} />
      <div className="no-print mb-4 flex flex-wrap gap-2">
        <a href={`/api/documents/${documentId}/evidence`} className={buttonClass('primary')} download>
          {t('evidence')}
        </a>
        <PrintButton label={t('print')} />
      </div>
      <div className="grid items-start gap-x-8 xl:grid-cols-[minmax(0,1fr)_22rem]">
        <article className="min-w-0" aria-labelledby="record-title">
          <RecordPaper
            symbol={`${record.document.symbol}/Rev.${record.version.revision ?? 1}`}
            body={record.document.body.name}
            foot={<div>{t('hash', { hash: hashGroups(record.textHash).join(' ') })}</div>}
          >
            <Decision record={record} countries={countries} locale={locale} />
            <TextView
              document={record.text}
              houseStyle={record.document.houseStyle}
              language={record.document.language}
              locale={locale}
            />
            <Corrected record={record} locale={locale} />
            <div className="record-roster mt-10 border-t border-line pt-5">
              <h3 className="font-serif text-lg font-semibold">{t('roster.title')}</h3>
              <p className="mt-1 mb-3 text-sm text-muted">{t('roster.lead')}</p>
              <Roster
                roster={record.decision.roster}
                absent={record.decision.absent}
                countries={countries}
                locale={locale}
              />
            </div>
            <Statements
              documentId={documentId}
              statements={record.annexes.statements}
              mayAttach={record.document.may.attachStatement}
              attach={attachStatementAction}
              withdraw={withdrawStatementAction}
              countries={countries}
              locale={locale}
            />
          </RecordPaper>
        </article>
        <aside className="no-print min-w-0" aria-label={t('proof.title')}>
          <Section title={translator(locale, 'tiers')('lineage')}>
            <LineageList documentId={documentId} steps={record.lineage} locale={locale} />
            {record.document.may.decideAtTier && record.annexes.annulment === null ? (
              <p className="mt-4 text-sm">
                <Link
                  href={`/documents/${documentId}/decisions`}
                  className="text-accent underline underline-offset-2"
                >
                  {translator(locale, 'tiers')('form.title')}
                </Link>
              </p>
            ) : null}
            {record.annexes.mayAnnul ? (
              <div className="mt-4">
                <AnnulForm documentId={documentId} action={annulAction} locale={locale} />
              </div>
            ) : null}
          </Section>
          <Corrigenda
            documentId={documentId}
            language={record.document.language}
            corrigenda={record.annexes.corrigenda}
            waiting={record.annexes.waitingCorrigendum}
            correctable={record.annexes.correctable}
            may={{
              propose: record.document.may.proposeCorrigendum,
              confirm: record.document.may.confirmCorrigendum,
              object: record.document.may.objectToCorrigendum,
            }}
            actions={{
              propose: proposeCorrigendumAction,
              confirm: confirmCorrigendumAction,
              takeBack: takeFindingBackAction,
              object: objectToCorrigendumAction,
              withdraw: withdrawCorrigendumAction,
            }}
            countries={countries}
            locale={locale}
          />
          <Proof record={record} locale={locale} />
          <Verify locale={locale} />
          <Lineage record={record} locale={locale} />
        </aside>
      </div>
    </div>
  );
}

function Annulled({ record, locale }: { record: RecordView; locale: Locale }) {
  const { annulment } = record.annexes;
  if (annulment === null) return null;
  const t = translator(locale, 'tiers');
  // Who may not see drafts is not shown the way to one.
  const goesOn = record.successors.find(({ id }) => id === annulment.successorId);
  return (
    <div className="mb-4">
      <Notice
        tone="error"
        title={t('annul.notice', { at: sayInstant(locale, annulment.at) })}
        actions={
          goesOn === undefined ? undefined : (
            <Link href={`/documents/${goesOn.id}`} className="text-accent underline underline-offset-2">
              {t('annul.goesOn')}: {goesOn.symbol}
            </Link>
          )
        }
      >
        <p>{t('annul.why', { reason: annulment.reason })}</p>
      </Notice>
    </div>
  );
}

/** Beside the text as adopted, which stays. */
function Corrected({ record, locale }: { record: RecordView; locale: Locale }) {
  const { corrected } = record.annexes;
  if (corrected === null) return null;
  return (
    <div className="mt-8">
      <Disclosure summary={translator(locale, 'tiers')('corrigenda.corrected', { number: corrected.number })}>
        <TextView
          document={corrected.text}
          houseStyle={record.document.houseStyle}
          language={record.document.language}
          locale={locale}
          idPrefix="corrected-"
        />
      </Disclosure>
    </div>
  );
}

function Decision(props: { record: RecordView; countries: readonly CountryView[]; locale: Locale }) {
  const { record, locale } = props;
  const { decision, version } = record;
  const t = translator(locale, 'record');
  const country = props.countries.find((entry) => entry.code === decision.decidedBy.country);
  const facts = [
    [t('meeting'), nameIn(locale, decision.meeting.title, decision.meeting.titleThai)],
    [
      t('item'),
      `${decision.agendaItem.number} ${nameIn(locale, decision.agendaItem.title, decision.agendaItem.titleThai)}`,
    ],
    [
      t('at'),
      `${sayInstant(locale, decision.at)}, ${decision.isBySilence ? translator(locale, 'silence')('record') : decision.meeting.place}`,
    ],
    [
      t('by'),
      country === undefined
        ? decision.decidedBy.name
        : t('byCountry', { name: decision.decidedBy.name, country: countryName(locale, country) }),
    ],
    [t('version'), t('versionNo', { revision: version.revision ?? 1, number: version.number })],
  ] as const;
  return (
    <header className="mb-8 border-b border-line pb-6">
      <h2 id="record-title" className="font-serif text-xl leading-snug font-semibold">
        {sayDecision(decision, version.revision ?? 1, locale)}
      </h2>
      <blockquote lang="en" className="mt-3 font-serif text-[1.0625rem] text-pretty">
        {decision.wording}
      </blockquote>
      <dl className="fact-rows mt-4 text-sm">
        {facts.map(([term, value]) => (
          <div key={term} className="contents">
            <dt className="text-muted">{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </header>
  );
}

function Proof({ record, locale }: { record: RecordView; locale: Locale }) {
  const t = translator(locale, 'record');
  const { evidence } = record;
  const proofs = [
    [t('proof.hash'), <Hash key="hash" value={record.textHash} />],
    [t('proof.key'), <Hash key="key" value={evidence.fingerprint} />],
    [
      t('proof.signature'),
      <code key="signature" className="font-mono text-[0.75rem] break-all">
        {evidence.signature}
      </code>,
    ],
    [
      t('proof.audit'),
      t('proof.auditPlace', { seq: evidence.auditSeq, hash: evidence.auditHash.slice(0, 12) }),
    ],
  ] as const;
  return (
    <Section title={t('proof.title')}>
      <p className="mb-3 text-sm text-muted">{t('proof.lead')}</p>
      <dl className="grid gap-3">
        {proofs.map(([term, value]) => (
          <div key={term}>
            <dt className="text-[0.8125rem] text-muted">{term}</dt>
            <dd className="mt-0.5">{value}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}

function Verify({ locale }: { locale: Locale }) {
  const t = translator(locale, 'record');
  return (
    <Section title={t('verify.title')}>
      <p className="text-sm">{t('verify.text')}</p>
      <ol className="mt-3 list-decimal space-y-1.5 pl-5 text-sm">
        <li>{t('verify.step1')}</li>
        <li>
          {t('verify.step2')}
          <code className="mt-1 block rounded bg-canvas px-2 py-1 font-mono text-[0.8125rem]">
            npm run mufakat -- verify FILE
          </code>
        </li>
        <li>{t('verify.step3')}</li>
      </ol>
      <p className="mt-3 text-sm">
        <Link href="/verify" prefetch={false} className="text-accent underline underline-offset-2">
          {translator(locale, 'verify')('link')}
        </Link>
      </p>
    </Section>
  );
}

function Lineage({ record, locale }: { record: RecordView; locale: Locale }) {
  const t = translator(locale, 'record');
  const fields = translator(locale, 'documents');
  const { document, successors, predecessor } = record;
  if (!document.may.startSuccessor && successors.length === 0 && predecessor === null) return null;
  return (
    <Section title={t('successor.title')}>
      {predecessor === null ? null : (
        <p className="mb-3 text-sm">
          {t('successor.predecessor')}{' '}
          <Link
            href={`/documents/${predecessor.id}/record`}
            className="text-accent underline underline-offset-2"
          >
            {predecessor.symbol}
          </Link>
        </p>
      )}
      {successors.length === 0 ? null : (
        <>
          <h3 className="text-sm font-medium">{t('successor.existing')}</h3>
          <ul className="mt-1 mb-4 grid gap-1 text-sm">
            {successors.map((successor) => (
              <li key={successor.id}>
                <Link
                  href={`/documents/${successor.id}`}
                  className="text-accent underline underline-offset-2"
                >
                  {successor.symbol}: <span lang={successor.language}>{successor.title}</span>
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
      {document.may.startSuccessor ? (
        <>
          <p className="mb-4 text-sm text-muted">{t('successor.text')}</p>
          <ActionForm
            action={startSuccessorAction}
            words={formWords(locale)}
            submit={t('successor.start')}
            hidden={{ documentId: document.id }}
            keep
          >
            <FormField
              name="title"
              type="textarea"
              label={t('successor.newTitle')}
              defaultValue={document.title}
              maxLength={500}
              lang={document.language}
              required
            />
            <FormField
              name="symbol"
              label={fields('fields.symbol')}
              hint={fields('fields.symbolHint')}
              maxLength={60}
            />
          </ActionForm>
        </>
      ) : null}
    </Section>
  );
}
