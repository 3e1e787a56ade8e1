import type { Metadata } from 'next';
import Link from 'next/link';
import { refusalPage } from '@/app/_lib/refusal';
import { getLocale, requireViewer } from '@/app/_lib/viewer';
import { LoadClauseComments } from '@/components/comments/load-clause-comments';
import { ActPanel } from '@/components/dispositions/act-panel';
import { DeskHead, deskHref } from '@/components/dispositions/desk-head';
import { DeskRedline } from '@/components/dispositions/desk-redline';
import { DoneActs } from '@/components/dispositions/done-acts';
import { Joining } from '@/components/dispositions/joining';
import { ProposalCard } from '@/components/dispositions/proposal-card';
import { ProposalTable } from '@/components/dispositions/proposal-table';
import { Suggestion } from '@/components/dispositions/suggestion';
import { ClientMessages } from '@/components/i18n/client-messages';
import { ClausePositions } from '@/components/positions/clause-positions';
import { ComesFrom } from '@/components/sources/comes-from';
import { Disclosure } from '@/components/ui/disclosure';
import { Notice } from '@/components/ui/notice';
import { Section } from '@/components/ui/page';
import { sayInstant } from '@/messages/dates';
import { countryName } from '@/messages/names';
import { pickMessages } from '@/messages/pick';
import { translator } from '@/messages/translate';
import { clauseDesk, START } from '@/server/queries/clause-desk';
import { clauseComments } from '@/server/queries/comments';
import { countriesFor } from '@/server/queries/countries';
import { clausePositions } from '@/server/queries/negotiation';
import { sourcesOfClause } from '@/server/queries/sources';
import { getRuntime } from '@/server/runtime';
import { COMMENT_ACTS } from '../../_actions/comment-acts';
import { challengeEditorialAction, findOnClausesAction, takePositionAction } from '../../_actions/positions';
import { delegationNames } from '../../versions/delegation-names';
import { answerAction, carryOutAction, disposeAction } from './actions';

interface Props {
  params: Promise<{ documentId: string; clauseId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await getLocale(), 'dispositions')('title') };
}

/** One clause under negotiation: as it stands, everything proposed on it, what the chair suggests and did. */
export default async function ClauseDeskPage(props: Props) {
  const { documentId, clauseId } = await props.params;
  const chosen = [(await props.searchParams).with ?? []].flat();
  const { actor, locale } = await requireViewer();
  const runtime = getRuntime();
  const found = await clauseDesk(runtime, actor, { documentId, clauseId, chosen });
  if (!found.ok) return refusalPage(found, locale);
  const { document, clause, waiting, joining, settled, suggestions, done, may, ...desk } = found.value;
  const positions = await clausePositions(runtime, actor, documentId, clauseId);
  const comments = await clauseComments(runtime, actor, { documentId, clauseId });
  const t = translator(locale, 'dispositions');
  const shared = {
    names: delegationNames(locale),
    countries: countriesFor(runtime),
    language: document.language,
    locale,
  };
  const brackets = positions.ok ? positions.value.clause.brackets : 0;
  const clauseHash = clause?.hash ?? '';
  const actions = { dispose: disposeAction, answer: answerAction, carryOut: carryOutAction };
  return (
    <>
      <DeskHead
        documentId={documentId}
        clauseId={clauseId}
        isStart={clauseId === START}
        clause={clause}
        previous={desk.previous}
        next={desk.next}
        locale={locale}
      />
      <ComesFrom
        documentId={documentId}
        sources={await sourcesOfClause(runtime, actor, { documentId, clauseId })}
        countries={shared.countries}
        locale={locale}
      />
      {desk.fate === null ? null : (
        <div className="mb-4">
          <Notice title={t(`fate.${desk.fate.act}`, { at: sayInstant(locale, desk.fate.at) })}>
            <p className="flex flex-wrap gap-x-4 gap-y-1">
              {desk.fate.into.map(({ id, citation }) => (
                <Link
                  key={id}
                  href={deskHref(documentId, id)}
                  prefetch={false}
                  className="text-accent underline"
                >
                  {citation === '' ? t('fate.unnumbered') : citation}
                </Link>
              ))}
            </p>
          </Notice>
        </div>
      )}
      {clause === null ? null : (
        <Section
          title={t('clause.heading')}
          aside={
            <span className="flex flex-wrap items-baseline justify-end gap-x-4 text-sm text-muted">
              {brackets === 0 ? null : (
                <Link
                  href={`/documents/${documentId}/views/brackets`}
                  prefetch={false}
                  className="text-accent"
                >
                  {translator(locale, 'negotiation')('line.brackets', { count: brackets })}
                </Link>
              )}
              {clause.citation}
            </span>
          }
        >
          <DeskRedline {...shared} redline={clause.redline} />
        </Section>
      )}
      {desk.chosen === null ? null : (
        <ActPanel
          {...shared}
          documentId={documentId}
          deskHref={deskHref(documentId, clauseId)}
          clauseHash={clauseHash}
          proposals={desk.chosen.proposals}
          lines={desk.chosen.lines}
          actions={actions}
        />
      )}
      {suggestions.map((act) => (
        <Suggestion
          key={act.actId}
          {...shared}
          documentId={documentId}
          act={act}
          clauseHash={clauseHash}
          may={may}
          actions={actions}
        />
      ))}
      <ProposalTable
        {...shared}
        proposals={waiting}
        canChoose={may.dispose}
        chosen={desk.chosen?.proposals.map(({ id }) => id) ?? []}
      />
      {joining.length === 0 ? null : <Joining {...shared} documentId={documentId} proposals={joining} />}
      {positions.ok ? (
        <ClausePositions
          data={positions.value}
          countries={shared.countries}
          locale={locale}
          actions={{
            take: takePositionAction,
            find: findOnClausesAction,
            challenge: challengeEditorialAction,
          }}
        />
      ) : null}
      {comments.ok && comments.value !== null ? (
        <ClientMessages locale={locale} messages={pickMessages(locale, ['comments', 'common'])}>
          <Section title={translator(locale, 'comments')('title')} id="comments">
            <LoadClauseComments
              documentId={documentId}
              {...comments.value}
              language={document.language}
              acts={COMMENT_ACTS}
              countryNames={Object.fromEntries(
                shared.countries.map((country) => [country.code, countryName(locale, country)]),
              )}
            />
          </Section>
        </ClientMessages>
      ) : null}
      <DoneActs {...shared} acts={done} />
      {settled.length === 0 ? null : (
        <Disclosure summary={t('settled.show', { count: settled.length })} className="mb-6">
          <div className="grid grid-cols-[repeat(auto-fit,minmax(min(100%,19rem),1fr))] gap-4">
            {settled.map((proposal) => (
              <ProposalCard key={proposal.id} {...shared} proposal={proposal} />
            ))}
          </div>
        </Disclosure>
      )}
    </>
  );
}
