import Link from 'next/link';
import type { ReactNode } from 'react';
import { compareHref } from '@/components/compare/choice';
import type { DelegationName } from '@/components/compare/context';
import {
  ClearanceBadge,
  type Clearances,
  ClearanceTool,
  clearanceOf,
} from '@/components/comparisons/clearance';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import type { Locale } from '@/messages/locale';
import { formatter, translator } from '@/messages/translate';
import { Delegations } from './delegations';
import { FoldedRows } from './folded-rows';
import { defaultBase, historyOf, versionBefore } from './history';
import { type RestoreAction, RestoreButton } from './restore-button';
import { type VersionFacts, versionCitation, versionTitle } from './version-line';

export interface VersionTableProps {
  readonly documentId: string;
  readonly versions: readonly VersionFacts[];
  /** Words of the text as it stands are those of the newest version unless somebody wrote since. */
  readonly hasUnsavedWork: boolean;
  readonly mayRestore: boolean;
  readonly restore: RestoreAction;
  readonly clearances: Clearances;
  readonly delegations: readonly DelegationName[];
  readonly locale: Locale;
}

/**
 * The history as a form: each line can be one side of a comparison. Runs of checkpoints are folded. On phones each
 * line is a card (styles/versions.css).
 */
export function VersionTable(props: VersionTableProps): ReactNode {
  const { documentId, versions, locale } = props;
  const t = translator(locale, 'versions');
  const base = defaultBase(versions);
  const columns = 7;
  return (
    <form action={`/documents/${encodeURIComponent(documentId)}/compare`} method="get">
      <div className="version-table">
        <table>
          <caption className="sr-only">{t('table.caption')}</caption>
          <thead>
            <tr>
              <th scope="col">
                <span className="sr-only">{t('table.choose')} </span>
                {t('table.from')}
              </th>
              <th scope="col">
                <span className="sr-only">{t('table.choose')} </span>
                {t('table.to')}
              </th>
              <th scope="col">{t('table.version')}</th>
              <th scope="col">{t('table.when')}</th>
              <th scope="col">{t('table.by')}</th>
              <th scope="col" className="text-right">
                {t('table.words')}
              </th>
              <th scope="col">
                <span className="sr-only">{t('table.actions')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            <NowRow {...props} />
          </tbody>
          {historyOf(versions).map((line) =>
            line.kind === 'version' ? (
              <tbody key={line.version.id}>
                <VersionRow version={line.version} base={base} {...props} />
              </tbody>
            ) : (
              <FoldedRows
                key={`checkpoints ${line.versions[0]?.id}`}
                columns={columns}
                show={t('checkpoints.show', { count: line.versions.length })}
                hide={t('checkpoints.hide', { count: line.versions.length })}
                note={span(line.versions, locale)}
              >
                {line.versions.map((version) => (
                  <VersionRow key={version.id} version={version} base={base} {...props} />
                ))}
              </FoldedRows>
            ),
          )}
        </table>
      </div>
      <div className="version-compare">
        <Button type="submit" tone="primary">
          {t('compare')}
        </Button>
      </div>
    </form>
  );
}

function span(versions: readonly VersionFacts[], locale: Locale): string {
  const dates = formatter(locale);
  const [newest, oldest] = [versions[0], versions.at(-1)];
  if (newest === undefined || oldest === undefined) return '';
  return dates.dateTimeRange(new Date(oldest.at), new Date(newest.at), { dateStyle: 'medium' });
}

function Choice(props: {
  side: 'from' | 'to';
  value: string;
  checked: boolean;
  title: string;
  locale: Locale;
}) {
  const t = translator(props.locale, 'versions');
  return (
    <td className="version-choice" data-label={t(`table.${props.side}`)}>
      <label>
        <input type="radio" name={props.side} value={props.value} defaultChecked={props.checked} />
        <span className="sr-only">{t(`table.${props.side}Version`, { version: props.title })}</span>
        <span className="version-choice-word" aria-hidden="true">
          {t(`table.${props.side}`)}
        </span>
      </label>
    </td>
  );
}

function NowRow(props: VersionTableProps): ReactNode {
  const { documentId, locale, versions, hasUnsavedWork } = props;
  const t = translator(locale, 'versions');
  const newest = versions[0];
  return (
    <tr data-version="now">
      <Choice side="from" value="now" checked={false} title={t('title.now')} locale={locale} />
      <Choice side="to" value="now" checked title={t('title.now')} locale={locale} />
      <td className="version-name">
        <div className="version-entry">
          <span className="version-number" aria-hidden="true">
            –
          </span>
          <span>
            <Link href={`/documents/${documentId}`} className="version-title">
              {t('title.now')}
            </Link>
            <span className="version-note">
              {hasUnsavedWork || newest === undefined
                ? t('nowNote')
                : t('nowSame', { version: versionCitation(newest, t) })}
            </span>
          </span>
        </div>
      </td>
      <td />
      <td />
      <td />
      <td className="version-actions">
        {newest === undefined ? null : (
          <Link
            prefetch={false}
            href={compareHref(documentId, { from: newest.number, to: 'now', fromDocument: null })}
          >
            {t('withPrevious')}
            <span className="sr-only"> {t('withNow')}</span>
          </Link>
        )}
      </td>
    </tr>
  );
}

function VersionRow(
  props: VersionTableProps & { version: VersionFacts; base: VersionFacts | null },
): ReactNode {
  const { version, documentId, locale, base } = props;
  const t = translator(locale, 'versions');
  const title = versionTitle(version, t);
  const citation = versionCitation(version, t);
  const before = versionBefore(props.versions, version);
  const cleared = clearanceOf(props.clearances, version.number);
  return (
    <tr data-version={version.number} data-kind={version.kind}>
      <Choice
        side="from"
        value={String(version.number)}
        checked={base === version}
        title={citation}
        locale={locale}
      />
      <Choice side="to" value={String(version.number)} checked={false} title={citation} locale={locale} />
      <td className="version-name">
        <div className="version-entry">
          <span className="version-number">{version.number}</span>
          <span>
            <Link
              href={`/documents/${documentId}/versions/${version.number}`}
              prefetch={false}
              className="version-title"
            >
              {title}
            </Link>
            <Kind version={version} locale={locale} />
            {version.comment === '' ? null : <span className="version-comment">{version.comment}</span>}
            {cleared === null ? null : <ClearanceBadge clearance={cleared} locale={locale} />}
            <span className="version-note">{t('takenBy', { name: version.takenBy })}</span>
          </span>
        </div>
      </td>
      <When version={version} locale={locale} />
      <td className="version-by" data-label={t('table.by')}>
        {version.delegations.length === 0 ? (
          <span className="text-muted">–</span>
        ) : (
          <Delegations codes={version.delegations} names={props.delegations} locale={locale} />
        )}
      </td>
      <Words version={version} locale={locale} isFirst={before === null} />
      <td className="version-actions">
        <Link prefetch={false} href={`/documents/${documentId}/versions/${version.number}`}>
          <span aria-hidden="true">{t('read')}</span>
          <span className="sr-only">{t('readVersion', { version: citation })}</span>
        </Link>
        {before === null ? null : (
          <Link
            prefetch={false}
            href={compareHref(documentId, { from: before.number, to: version.number, fromDocument: null })}
          >
            <span aria-hidden="true">{t('withPrevious')}</span>
            <span className="sr-only">{t('withPreviousVersion', { version: citation })}</span>
          </Link>
        )}
        <Link
          prefetch={false}
          href={compareHref(documentId, { from: version.number, to: 'now', fromDocument: null })}
        >
          <span aria-hidden="true">{t('withNowShort')}</span>
          <span className="sr-only">{t('withNowVersion', { version: citation })}</span>
        </Link>
        {version.revision === null && cleared === null ? null : (
          <ClearanceTool
            documentId={documentId}
            version={version}
            citation={citation}
            clearances={props.clearances}
          />
        )}
        {props.mayRestore ? (
          <RestoreButton
            documentId={documentId}
            number={version.number}
            citation={citation}
            restore={props.restore}
          />
        ) : null}
      </td>
    </tr>
  );
}

/** What sort of version it is and in which state the text was then. An adopted text stands out. */
function Kind({ version, locale }: { version: VersionFacts; locale: Locale }): ReactNode {
  const common = translator(locale, 'common');
  const kind = common(`versionKind.${version.kind}`);
  return (
    <span className="version-kind">
      {version.kind === 'adopted' ? <Badge tone="done">{kind}</Badge> : kind} ·{' '}
      {common(`state.${version.state}`)}
    </span>
  );
}

function When({ version, locale }: { version: VersionFacts; locale: Locale }): ReactNode {
  const t = translator(locale, 'versions');
  const dates = formatter(locale);
  const at = new Date(version.at);
  return (
    <td className="version-when" data-label={t('table.when')}>
      <time dateTime={version.at}>
        {dates.dateTime(at, { dateStyle: 'medium' })}
        <span className="text-muted"> {dates.dateTime(at, { timeStyle: 'short' })}</span>
      </time>
    </td>
  );
}

function Words(props: { version: VersionFacts; isFirst: boolean; locale: Locale }): ReactNode {
  const { version, locale } = props;
  const t = translator(locale, 'versions');
  const number = formatter(locale);
  const { wordsInserted: added, wordsDeleted: removed } = version;
  return (
    <td className="version-words" data-label={t('table.words')}>
      {props.isFirst ? null : added === null || removed === null ? (
        <span className="text-muted">{t('uncounted')}</span>
      ) : (
        <span className="version-delta">
          <span className={added === 0 ? 'text-muted' : 'text-insert'}>
            <span aria-hidden="true">+{number.number(added)}</span>
            <span className="sr-only">{t('wordsIn', { count: added })}, </span>
          </span>{' '}
          <span className={removed === 0 ? 'text-muted' : 'text-delete'}>
            <span aria-hidden="true">−{number.number(removed)}</span>
            <span className="sr-only">{t('wordsOut', { count: removed })}, </span>
          </span>
        </span>
      )}
      <span className="version-total">{t('total', { count: version.words })}</span>
    </td>
  );
}
