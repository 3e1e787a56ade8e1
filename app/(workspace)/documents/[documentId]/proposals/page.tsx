import type { Metadata } from 'next';
import Link from 'next/link';
import { refusalPage } from '@/app/_lib/refusal';
import { getLocale, requireViewer } from '@/app/_lib/viewer';
import { clauseNames, sayClause } from '@/components/proposals/clause-names';
import { EnterOnBehalf } from '@/components/proposals/enter-on-behalf';
import { type ProposalChoice, ProposalFilter } from '@/components/proposals/proposal-filter';
import { ProposalLine } from '@/components/proposals/proposal-line';
import { ProposalRedline } from '@/components/proposals/proposal-redline';
import { buttonClass, LinkButton } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Notice } from '@/components/ui/notice';
import { Section } from '@/components/ui/page';
import type { Locale } from '@/messages/locale';
import { countryName } from '@/messages/names';
import { translator } from '@/messages/translate';
import { countriesFor } from '@/server/queries/countries';
import {
  type ProposalHeadView,
  type ProposalView,
  proposalHeads,
  proposalsFor,
  withRedlines,
} from '@/server/queries/proposals';
import { readVersion } from '@/server/queries/versions';
import { getRuntime } from '@/server/runtime';
import { enterOnBehalfAction } from '../_actions/proposals';

interface Props {
  params: Promise<{ documentId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** So many tabled proposals are shown on a page. */
const AT_ONCE = 25;

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await getLocale(), 'proposals')('title') };
}

/** All proposals on a text that the person may see: the own drafts, and what is or was on the table. */
export default async function ProposalsPage(props: Props) {
  const { documentId } = await props.params;
  const asked = await props.searchParams;
  const { actor, locale } = await requireViewer();
  const runtime = getRuntime();
  const found = proposalHeads(runtime, actor, documentId);
  if (!found.ok) return refusalPage(found, locale);
  const now = await readVersion(runtime, actor, { documentId, number: 'now' });
  if (!now.ok) return refusalPage(now, locale);
  const { document, text } = now.value;
  const t = translator(locale, 'proposals');
  const countries = countriesFor(runtime);
  const names = clauseNames(text, document.houseStyle);
  const places = new Map(names.map(({ id }, index) => [id, index]));
  const placeOf = ({ clauseId }: ProposalHeadView) =>
    clauseId === null ? -1 : (places.get(clauseId) ?? names.length);
  // A file may begin two hundred of them in one instant: they stand as their clauses do.
  const drafts = found.value.filter(({ isDraft }) => isDraft).sort((a, b) => placeOf(a) - placeOf(b));
  const tabled = found.value.filter(({ isDraft }) => !isDraft).reverse();
  const chosen = choiceOf(asked);
  const matching = tabled.filter((proposal) => isChosen(proposal, chosen));
  const pages = Math.max(1, Math.ceil(matching.length / AT_ONCE));
  const page = Math.min(pages, Math.max(1, Number(one(asked.page)) || 1));
  const shown = matching.slice((page - 1) * AT_ONCE, page * AT_ONCE);
  const place = (proposal: ProposalView) =>
    proposal.clauseId === null ? t('place.beginning') : sayClause(names, proposal.clauseId, t('place.gone'));
  const full = await proposalsFor(runtime, actor, documentId, {
    ids: [...drafts, ...shown].map(({ id }) => id),
  });
  if (!full.ok) return refusalPage(full, locale);
  const views = new Map(full.value.map((proposal) => [proposal.id, proposal]));
  const lines = async (heads: readonly ProposalHeadView[]) =>
    (
      await withRedlines(
        runtime,
        heads.flatMap(({ id }) => views.get(id) ?? []),
        document.houseStyle,
      )
    ).map((proposal) => (
      <ProposalLine
        key={proposal.id}
        proposal={proposal}
        place={place(proposal)}
        countries={countries}
        locale={locale}
      >
        {proposal.redline === null ? null : (
          <ProposalRedline redline={proposal.redline} language={document.language} locale={locale} />
        )}
      </ProposalLine>
    ));
  const options = names.map((name) => ({
    value: name.id,
    label: [name.citation, name.words].filter((part) => part !== '').join(' · '),
  }));
  const codes = [...new Set(tabled.map(({ country }) => country))];
  return (
    <>
      {document.may.propose ? <FromFile documentId={documentId} asked={asked} locale={locale} /> : null}
      {document.may.proposeOnBehalf ? (
        <EnterOnBehalf
          action={enterOnBehalfAction}
          documentId={documentId}
          delegations={countries.map((country) => ({
            value: country.code,
            label: countryName(locale, country),
          }))}
          clauses={options}
          locale={locale}
        />
      ) : null}
      {drafts.length === 0 ? null : (
        <Section title={t(document.may.proposeOnBehalf ? 'list.draftsOnBehalf' : 'list.drafts')}>
          <p className="mb-3 text-sm text-muted">
            {t(document.may.proposeOnBehalf ? 'list.draftsOnBehalfLead' : 'list.draftsLead')}
          </p>
          <ul>{await lines(drafts)}</ul>
        </Section>
      )}
      <Section title={t('list.heading')}>
        {tabled.length === 0 ? (
          <EmptyState title={t('list.none')}>
            <p>{t('list.noneText')}</p>
          </EmptyState>
        ) : (
          <>
            <ProposalFilter
              chosen={chosen}
              delegations={countries
                .filter(({ code }) => codes.includes(code))
                .map((country) => ({ value: country.code, label: countryName(locale, country) }))}
              clauses={options.filter(({ value }) => tabled.some(({ clauseId }) => clauseId === value))}
              locale={locale}
            />
            {shown.length === 0 ? <p className="text-muted">{t('list.noMatch')}</p> : null}
            <ul>{await lines(shown)}</ul>
            {pages === 1 ? null : (
              <nav aria-label={t('list.pages')} className="mt-4 flex gap-2">
                {page > 1 ? (
                  <Link className={buttonClass()} href={hrefOf(chosen, page - 1)}>
                    {t('list.newer')}
                  </Link>
                ) : null}
                {page < pages ? (
                  <Link className={buttonClass()} href={hrefOf(chosen, page + 1)}>
                    {t('list.older')}
                  </Link>
                ) : null}
              </nav>
            )}
          </>
        )}
      </Section>
    </>
  );
}

/** The way to drafts from a Word file; to whoever comes back from there, what came of it. */
function FromFile(props: { documentId: string; asked: Awaited<Props['searchParams']>; locale: Locale }) {
  const t = translator(props.locale, 'import');
  const [made, skipped] = [Number(one(props.asked.made)), Number(one(props.asked.skipped))];
  const isBack = one(props.asked.made) !== '' && Number.isSafeInteger(made) && made >= 0;
  return (
    <div className="mb-6 grid justify-items-start gap-3">
      {isBack ? (
        <Notice tone="done">
          <p>{t('proposals.made', { count: made })}</p>
          {Number.isSafeInteger(skipped) && skipped > 0 ? (
            <p>{t('proposals.madeSkipped', { count: skipped })}</p>
          ) : null}
        </Notice>
      ) : null}
      <LinkButton href={`/documents/${props.documentId}/proposals/from-file`}>
        {t('proposals.link')}
      </LinkButton>
    </div>
  );
}

function choiceOf(asked: Awaited<Props['searchParams']>): ProposalChoice {
  return {
    delegation: one(asked.delegation),
    clause: one(asked.clause),
    state: one(asked.state),
    class: one(asked.class),
  };
}

function isChosen(proposal: ProposalHeadView, chosen: ProposalChoice): boolean {
  return (
    (chosen.delegation === '' || proposal.country === chosen.delegation) &&
    (chosen.clause === '' ||
      proposal.clauseId === chosen.clause ||
      (proposal.kind === 'merge' && proposal.otherClauseId === chosen.clause)) &&
    (chosen.state === '' || proposal.state === chosen.state) &&
    (chosen.class === '' || proposal.class === chosen.class)
  );
}

function hrefOf(chosen: ProposalChoice, page: number): string {
  return `?${new URLSearchParams({ ...chosen, page: String(page) })}`;
}

function one(value: string | string[] | undefined): string {
  return typeof value === 'string' ? value : '';
}
