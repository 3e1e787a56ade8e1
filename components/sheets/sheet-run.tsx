import { Facts } from '@/components/ui/facts';
import { Section } from '@/components/ui/page';
import { Table } from '@/components/ui/table';
import { countRows, ROW_STATES } from '@/domain/sheets/dry-run';
import type { SheetRun as Run } from '@/domain/sheets/facts';
import { sayInstant } from '@/messages/dates';
import type { Locale } from '@/messages/locale';
import { refusalMessage } from '@/messages/refusal-message';
import { formatter, translator } from '@/messages/translate';
import { columnHeading } from './column-heading';

/** So many are shown on a page; all that is wrong is in the file with the findings. */
const MOST_SHOWN = 200;

/** What importing a file would do, and what is wrong with it, cell by cell. */
export function SheetRun(props: { fileName: string; expiresAt: string; run: Run; locale: Locale }) {
  const { run, locale } = props;
  const t = translator(locale, 'sheets');
  const number = (value: number) => formatter(locale).number(value);
  const counts = countRows(run.rows);
  return (
    <>
      <Facts
        facts={[
          { term: t('run.file'), value: <span className="font-medium break-all">{props.fileName}</span> },
          ...(run.sheetName === '' ? [] : [{ term: t('run.sheet'), value: run.sheetName }]),
          ...ROW_STATES.map((state) => ({
            term: t(`run.state.${state}`),
            value: (
              <span className={state === 'wrong' && counts.wrong > 0 ? 'font-semibold text-delete' : ''}>
                {number(counts[state])}
              </span>
            ),
          })),
          { term: t('run.until'), value: sayInstant(locale, props.expiresAt) },
          ...(run.ignored.length === 0 ? [] : [{ term: t('run.ignored'), value: run.ignored.join(', ') }]),
        ]}
      />
      {run.findings.length === 0 ? null : <Wrong run={run} locale={locale} />}
      <Changes run={run} locale={locale} />
    </>
  );
}

function Wrong({ run, locale }: { run: Run; locale: Locale }) {
  const t = translator(locale, 'sheets');
  const more = run.findings.length - MOST_SHOWN;
  return (
    <Section title={t('run.wrongTitle')}>
      <Table caption={t('run.wrongTitle')} head={[t('run.cell'), t('run.what')]}>
        {run.findings.slice(0, MOST_SHOWN).map(({ address, refusal }) => (
          <tr key={`${address} ${refusal.rule}`}>
            <td className="font-mono text-sm whitespace-nowrap">
              {/^\d+$/.test(address) ? `${t('run.row')} ${address}` : address}
            </td>
            <td>{refusalMessage(refusal, locale)}</td>
          </tr>
        ))}
      </Table>
      {more <= 0 ? null : <p className="mt-3 text-sm text-muted">{t('run.more', { count: more })}</p>}
    </Section>
  );
}

function Changes({ run, locale }: { run: Run; locale: Locale }) {
  const t = translator(locale, 'sheets');
  const all = run.rows.flatMap(({ row, state, label, changes }) =>
    changes.map((change) => ({ row, label, isNew: state === 'new', ...change })),
  );
  if (all.length === 0) return null;
  const more = all.length - MOST_SHOWN;
  const said = (words: string) =>
    words === '' ? <span className="text-muted">{t('run.empty')}</span> : words;
  return (
    <Section title={t('run.changesTitle')}>
      <Table
        caption={t('run.changesTitle')}
        head={[t('run.cell'), t('run.row'), t('run.column'), t('run.before'), t('run.after')]}
      >
        {all.slice(0, MOST_SHOWN).map(({ row, label, isNew, column, before, after }) => (
          <tr key={`${row} ${column}`}>
            <td className="font-mono text-sm whitespace-nowrap">{`${run.letters[column] ?? ''}${row}`}</td>
            <td className="whitespace-nowrap">{label}</td>
            <td className="text-sm text-muted">{columnHeading(locale, run.kind, column)}</td>
            <td className="max-w-64 text-sm break-words">
              {isNew ? <span className="text-muted">{t('run.newRow')}</span> : said(before)}
            </td>
            <td className="max-w-80 break-words">{said(after)}</td>
          </tr>
        ))}
      </Table>
      {more <= 0 ? null : <p className="mt-3 text-sm text-muted">{t('run.moreChanges', { count: more })}</p>}
    </Section>
  );
}
