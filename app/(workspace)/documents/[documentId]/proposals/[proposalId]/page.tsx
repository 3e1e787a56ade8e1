import type { Metadata } from 'next';
import Link from 'next/link';
import { refusalPage } from '@/app/_lib/refusal';
import { getLocale, requireViewer } from '@/app/_lib/viewer';
import { deskHref } from '@/components/dispositions/desk-head';
import { ClientMessages } from '@/components/i18n/client-messages';
import { clauseNames, sayClause } from '@/components/proposals/clause-names';
import { LoadDraft } from '@/components/proposals/load-draft';
import { ProposalActs } from '@/components/proposals/proposal-acts';
import { toneOf } from '@/components/proposals/proposal-line';
import { ProposalRecord } from '@/components/proposals/proposal-record';
import { ProposalRedline } from '@/components/proposals/proposal-redline';
import { Badge } from '@/components/ui/badge';
import { Section } from '@/components/ui/page';
import { refuse } from '@/domain/refusal';
import { schemaHash } from '@/domain/text/schema';
import { countryName } from '@/messages/names';
import { pickMessages } from '@/messages/pick';
import { translator } from '@/messages/translate';
import { START } from '@/server/queries/clause-desk';
import { countriesFor } from '@/server/queries/countries';
import { keepsCopies } from '@/server/queries/documents';
import { getProposal, withRedlines } from '@/server/queries/proposals';
import { readVersion } from '@/server/queries/versions';
import { getRuntime } from '@/server/runtime';
import {
  challengeAction,
  confirmAction,
  cosponsorAction,
  replaceAction,
  settleAction,
  stopBackingAction,
  supportAction,
  withdrawAction,
} from '../../_actions/proposals';
import { draftFacts } from '../_lib/draft-facts';
import { DRAFT_ACTIONS } from '../_lib/proposing';

interface Props {
  params: Promise<{ documentId: string; proposalId: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await getLocale(), 'proposals')('title') };
}

const FORM_ACTIONS = {
  cosponsor: cosponsorAction,
  support: supportAction,
  stopBacking: stopBackingAction,
  confirm: confirmAction,
  withdraw: withdrawAction,
  replace: replaceAction,
  challenge: challengeAction,
  settle: settleAction,
};

/** One proposal: what it changes, why, who stands behind it; or, for its delegation, the draft to work on. */
export default async function ProposalPage(props: Props) {
  const { documentId, proposalId } = await props.params;
  const { actor, locale } = await requireViewer();
  const runtime = getRuntime();
  const found = await getProposal(runtime, actor, proposalId);
  if (!found.ok) return refusalPage(found, locale);
  if (found.value.documentId !== documentId) return refusalPage(refuse('PO1'), locale);
  const now = await readVersion(runtime, actor, { documentId, number: 'now' });
  if (!now.ok) return refusalPage(now, locale);
  const { document, text } = now.value;
  const [proposal] = await withRedlines(runtime, [found.value], document.houseStyle);
  if (proposal === undefined) return refusalPage(refuse('PO1'), locale);
  const t = translator(locale, 'proposals');
  const countries = countriesFor(runtime);
  const names = clauseNames(text, document.houseStyle);
  const say = (id: string | null) =>
    id === null ? t('place.beginning') : sayClause(names, id, t('place.gone'));
  const state = proposal.isGivenUp ? 'givenUp' : proposal.state;
  const isOpenDraft = proposal.isDraft && !proposal.isGivenUp;
  const countryNames = Object.fromEntries(
    countries.map((country) => [country.code, countryName(locale, country)]),
  );
  return (
    <ClientMessages
      locale={locale}
      messages={pickMessages(
        locale,
        isOpenDraft ? ['editor', 'common', 'rules', 'proposals', 'compare'] : ['common'],
      )}
    >
      <p className="mb-3 text-sm">
        <Link
          href={`/documents/${documentId}/proposals`}
          className="text-accent no-underline hover:underline"
        >
          {t('one.toList')}
        </Link>
      </p>
      <header className="mb-4 flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <h2 className="font-serif text-[1.45rem] leading-tight font-semibold">
          {proposal.number === null ? t('one.draftTitle') : t('one.title', { number: proposal.number })}
        </h2>
        <Badge tone={toneOf(state)}>{t(`state.${state}`)}</Badge>
        <span className="text-muted">
          {t('draft.label', { kind: t(`kind.${proposal.kind}`), place: say(proposal.clauseId) })} ·{' '}
          {t(`class.${proposal.class}`)}
        </span>
      </header>
      {isOpenDraft ? (
        <LoadDraft
          draft={draftFacts(proposal)}
          door={{
            userId: actor.userId,
            syncPath: '/sync',
            schemaHash: schemaHash(),
            keepsCopies: keepsCopies(runtime, document),
          }}
          houseStyle={document.houseStyle}
          language={document.language}
          countryNames={countryNames}
          actions={DRAFT_ACTIONS}
          place={say(proposal.clauseId)}
        />
      ) : (
        <>
          <Section title={t('one.wordsAgainst')}>
            {proposal.redline === null ? (
              <p className="text-muted">
                {proposal.kind === 'move'
                  ? t('one.move', {
                      place:
                        proposal.otherClauseId === null
                          ? t('place.beginning')
                          : t('one.moveAfter', { clause: say(proposal.otherClauseId) }),
                    })
                  : t('one.nothing')}
              </p>
            ) : (
              <ProposalRedline redline={proposal.redline} language={document.language} locale={locale} />
            )}
            <p className="mt-2 flex flex-wrap gap-x-6 gap-y-1 text-sm">
              <Link
                href={deskHref(documentId, proposal.clauseId ?? START)}
                className="text-accent no-underline hover:underline"
              >
                {translator(locale, 'dispositions')('nav.desk')}
              </Link>
              {proposal.clauseId === null ? null : (
                <Link
                  href={`/documents/${documentId}#${proposal.clauseId}`}
                  className="text-accent no-underline hover:underline"
                >
                  {t('one.toText')}
                </Link>
              )}
            </p>
          </Section>
          <ProposalRecord proposal={proposal} countries={countries} locale={locale} />
          <ProposalActs proposal={proposal} actions={FORM_ACTIONS} locale={locale} />
        </>
      )}
    </ClientMessages>
  );
}
