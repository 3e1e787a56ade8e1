import { type ClauseName, clauseNames, sayClause } from '@/components/proposals/clause-names';
import { ProposalRedline } from '@/components/proposals/proposal-redline';
import { Section } from '@/components/ui/page';
import { Table } from '@/components/ui/table';
import { type FileProposal, statedRationale } from '@/domain/negotiation/file-proposal';
import type { NotProposed } from '@/domain/negotiation/proposed-between';
import type { Redline } from '@/domain/redline/types';
import type { DocumentJson } from '@/domain/text/document-json';
import type { HouseStyle } from '@/domain/text/numbering';
import type { Locale } from '@/messages/locale';
import { translator } from '@/messages/translate';

interface Shown extends FileProposal {
  readonly redline: Redline;
  /** Why none is made: a draft of the delegation does it already. */
  readonly already: 'reworded' | 'deleted' | 'inserted' | null;
}

/** `statedRationale` words it so, whatever language the page is in. */
const RATIONALE_LANGUAGE = 'en';

/** What a file asks to be proposed, clause by clause, and what it changes that no proposal carries. */
export function FileProposalList(props: {
  proposals: readonly Shown[];
  notProposed: readonly NotProposed[];
  text: DocumentJson;
  houseStyle: HouseStyle;
  language: string;
  locale: Locale;
}) {
  const { proposals, notProposed, locale } = props;
  const t = translator(locale, 'import');
  const names = clauseNames(props.text, props.houseStyle);
  const count = proposals.filter(({ already }) => already === null).length;
  return (
    <>
      <Section title={t('proposals.list', { count })}>
        <p className="mb-3 text-sm text-muted">
          {proposals.length === 0 ? t('proposals.none') : t('proposals.listLead')}
        </p>
        <ul>
          {proposals.map((proposal, index) => (
            <Line
              // biome-ignore lint/suspicious/noArrayIndexKey: two runs of new clauses may have one place, and nothing here moves
              key={`${index} ${proposal.place.kind}`}
              proposal={proposal}
              names={names}
              language={props.language}
              locale={locale}
            />
          ))}
        </ul>
      </Section>
      {notProposed.length === 0 ? null : (
        <Left notProposed={notProposed} names={names} language={props.language} locale={locale} />
      )}
    </>
  );
}

function Line(props: { proposal: Shown; names: readonly ClauseName[]; language: string; locale: Locale }) {
  const { proposal, names, locale } = props;
  const { kind, clauseId } = proposal.place;
  const t = translator(locale, 'import');
  const p = translator(locale, 'proposals');
  const clause = clauseId === null ? p('place.beginning') : sayClause(names, clauseId, p('place.gone'));
  const place = kind === 'insert' && clauseId !== null ? t('proposals.after', { place: clause }) : clause;
  return (
    <li className="grid gap-2 border-b border-line/70 py-4 first:pt-0 last:border-0 last:pb-0">
      <p className="text-sm font-semibold break-words">
        {p('draft.label', { kind: p(`kind.${kind}`), place })}
      </p>
      <ProposalRedline redline={proposal.redline} language={props.language} locale={locale} />
      <p lang={RATIONALE_LANGUAGE} className="text-sm text-muted [overflow-wrap:anywhere]">
        {statedRationale(proposal.stated)}
      </p>
      {proposal.already === null ? null : (
        <p className="text-sm font-medium">{t(`proposals.already.${proposal.already}`)}</p>
      )}
    </li>
  );
}

function Left(props: {
  notProposed: readonly NotProposed[];
  names: readonly ClauseName[];
  language: string;
  locale: Locale;
}) {
  const t = translator(props.locale, 'import');
  const numberOf = (id: string | null) => props.names.find((name) => name.id === id)?.citation ?? '';
  return (
    <Section title={t('proposals.left')}>
      <p className="mb-3 text-sm text-muted">{t('proposals.leftLead')}</p>
      <Table caption={t('proposals.left')} head={[t('proposals.clause'), t('proposals.change')]}>
        {props.notProposed.map(({ why, where, clauseId }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two clauses may begin with the same words
          <tr key={`${index} ${why}`}>
            <td className="text-sm break-words">
              {numberOf(clauseId) === '' ? null : `${numberOf(clauseId)} · `}
              {where === '' ? t('proposals.noWords') : <span lang={props.language}>“{where}”</span>}
            </td>
            <td className="text-sm">{t(`proposals.why.${why}`)}</td>
          </tr>
        ))}
      </Table>
    </Section>
  );
}
