import { Disclosure } from '@/components/ui/disclosure';
import { Facts } from '@/components/ui/facts';
import { Section } from '@/components/ui/page';
import { Table } from '@/components/ui/table';
import type { ImportFindings } from '@/domain/text/import-findings';
import type { ClaimedAuthor } from '@/domain/text/tracked-changes';
import { sayInstant } from '@/messages/dates';
import type { Locale } from '@/messages/locale';
import { formatter, translator } from '@/messages/translate';
import { FOLDED_FROM } from './limits';

/** What a file holds, before anything of it is imported. */
export function Findings(props: {
  fileName: string;
  expiresAt: string;
  findings: ImportFindings;
  locale: Locale;
  /** Drafts of proposals carry less than an import does: no comments. */
  isForProposals?: boolean;
}) {
  const { findings, locale } = props;
  const t = translator(locale, 'import');
  const number = (value: number) => formatter(locale).number(value);
  return (
    <>
      <h3 className="sr-only">{t('found.title')}</h3>
      <Facts
        facts={[
          { term: t('found.file'), value: <span className="font-medium break-all">{props.fileName}</span> },
          { term: t('found.words'), value: number(findings.words) },
          { term: t('found.clauses'), value: number(findings.clauses) },
          { term: t('found.tables'), value: number(findings.tables) },
          { term: t('found.footnotes'), value: number(findings.footnotes) },
          { term: t('found.comments'), value: number(findings.comments) },
          { term: t('found.changes'), value: number(findings.authorOf.length) },
          { term: t('found.until'), value: sayInstant(locale, props.expiresAt) },
        ]}
      />
      {findings.authors.length === 0 ? null : <Authors authors={findings.authors} locale={locale} />}
      <Lost findings={findings} isForProposals={props.isForProposals === true} locale={locale} />
    </>
  );
}

function Authors({ authors, locale }: { authors: readonly ClaimedAuthor[]; locale: Locale }) {
  const t = translator(locale, 'import');
  const rest = authors.slice(FOLDED_FROM);
  return (
    <Section title={t('authors.title')}>
      <p className="mb-3 text-sm text-muted">{t('authors.lead')}</p>
      <AuthorTable caption={t('authors.title')} authors={authors.slice(0, FOLDED_FROM)} locale={locale} />
      {rest.length === 0 ? null : (
        <Disclosure summary={t('authors.more', { count: rest.length })} className="mt-3">
          <AuthorTable caption={t('authors.more', { count: rest.length })} authors={rest} locale={locale} />
        </Disclosure>
      )}
    </Section>
  );
}

function AuthorTable(props: { caption: string; authors: readonly ClaimedAuthor[]; locale: Locale }) {
  const t = translator(props.locale, 'import');
  return (
    <Table
      caption={props.caption}
      head={[
        t('authors.author'),
        t('authors.insertions'),
        t('authors.deletions'),
        t('authors.moves'),
        t('authors.formats'),
        t('authors.when'),
      ]}
    >
      {props.authors.map((entry) => (
        <tr key={entry.author}>
          <td className="[overflow-wrap:anywhere]">
            {entry.author === '' ? t('authors.unnamed') : entry.author}
          </td>
          <td>{entry.insertions}</td>
          <td>{entry.deletions}</td>
          <td>{entry.moves}</td>
          <td>{entry.formats}</td>
          <td className="text-sm">{sayWhen(entry, props.locale)}</td>
        </tr>
      ))}
    </Table>
  );
}

function sayWhen({ firstAt, lastAt }: ClaimedAuthor, locale: Locale): string {
  if (firstAt === null || lastAt === null) return translator(locale, 'import')('authors.undated');
  const [first, last] = [sayInstant(locale, firstAt), sayInstant(locale, lastAt)];
  return first === last ? first : `${first} – ${last}`;
}

function Lost(props: { findings: ImportFindings; isForProposals: boolean; locale: Locale }) {
  const { findings, isForProposals, locale } = props;
  const t = translator(locale, 'import');
  const comments = isForProposals ? findings.comments : 0;
  const leftOut = isForProposals ? leftOutOfProposals(findings) : findings.leftOut;
  return (
    <Section title={t('lost.title')}>
      {comments === 0 ? null : <p className="mb-3">{t('proposals.comments', { count: comments })}</p>}
      {leftOut.length === 0 && comments === 0 ? <p>{t('lost.none')}</p> : null}
      {leftOut.length === 0 ? null : (
        <>
          <p className="mb-3 text-sm text-muted">{t('lost.lead')}</p>
          <Table caption={t('lost.title')} head={[t('lost.what'), t('lost.count'), t('lost.where')]}>
            {leftOut.map(({ kind, count, where }) => (
              <tr key={kind}>
                <td>{t(`kinds.${kind}`)}</td>
                <td>{count}</td>
                <td className="text-sm break-words">{where === '' ? '' : `“${where}”`}</td>
              </tr>
            ))}
          </Table>
        </>
      )}
      <p className="mt-3 text-sm text-muted">{t('lost.look')}</p>
    </Section>
  );
}

/** In a file that was taken away from here header and footer are ours: nobody put words there that could get lost. */
function leftOutOfProposals({ leftOut, isOwn }: ImportFindings): ImportFindings['leftOut'] {
  return isOwn === true ? leftOut.filter(({ kind }) => kind !== 'header' && kind !== 'footer') : leftOut;
}
