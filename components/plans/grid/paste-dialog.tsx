'use client';

import { useTranslations } from '@/components/i18n/use-translations';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Table } from '@/components/ui/table';
import type { GridWords } from './grid-words';
import type { BlockPlan, PlannedCell } from './plan-block';

/** Cells are shown up to here: what is wrong comes first, and all of it counts. */
const SHOWN = 200;

/** The dry run of a block: what every cell becomes, or what is wrong with it. Nothing is written before it is said. */
export function PasteDialog(props: {
  plan: BlockPlan | null;
  isClearing: boolean;
  words: GridWords;
  onWrite: () => void;
  onClose: () => void;
}) {
  const { plan } = props;
  const t = useTranslations('plan');
  const title = t(props.isClearing ? 'paste.clear' : 'paste.title');
  return (
    <Dialog open={plan !== null} onClose={props.onClose} title={title} wide>
      {plan === null ? null : <Run {...props} plan={plan} />}
    </Dialog>
  );
}

function Run(props: { plan: BlockPlan; words: GridWords; onWrite: () => void; onClose: () => void }) {
  const { plan } = props;
  const t = useTranslations('plan');
  const problems = plan.problems.length;
  const cells = problems > 0 ? plan.problems : plan.cells;
  if (plan.cells.length === 0) {
    return (
      <>
        <p>{t('paste.unchanged')}</p>
        <Buttons onClose={props.onClose} />
      </>
    );
  }
  const rows = new Set(plan.cells.map(({ key }) => key)).size;
  const last = problems > 0 ? t('paste.problem') : t('paste.was');
  return (
    <>
      <p>{t('paste.lead', { cells: plan.cells.length, rows, added: plan.added.length })}</p>
      <p role={problems > 0 ? 'alert' : 'status'} className={problems > 0 ? 'text-delete' : 'text-insert'}>
        {problems > 0 ? t('paste.bad', { count: problems }) : t('paste.good')}
      </p>
      <div className="max-h-[45vh] overflow-auto">
        <Table
          caption={t('paste.title')}
          head={[
            t('paste.row'),
            t('paste.cell'),
            problems > 0 ? t('paste.pasted') : t('paste.becomes'),
            last,
          ]}
        >
          {cells.slice(0, SHOWN).map((cell) => (
            <Line key={`${cell.key} ${cell.field}`} cell={cell} words={props.words} />
          ))}
        </Table>
      </div>
      <Buttons onClose={props.onClose} onWrite={problems > 0 ? undefined : props.onWrite} />
    </>
  );
}

function Line({ cell, words }: { cell: PlannedCell; words: GridWords }) {
  const t = useTranslations('plan');
  const empty = (said: string) =>
    said === '' ? <span className="text-muted">{t('grid.empty')}</span> : said;
  return (
    <tr>
      <td className="whitespace-nowrap tabular-nums">
        {cell.line} · {cell.code ?? t('paste.newRow')}
      </td>
      <td className="min-w-28">{cell.field === null ? t('paste.wholeRow') : t(`field.${cell.field}`)}</td>
      <td className="min-w-28 break-words">{empty(cell.words)}</td>
      <td className={cell.refusal === null ? 'text-muted' : 'text-delete'}>
        {cell.refusal === null ? empty(cell.before) : words.refusal(cell.refusal)}
      </td>
    </tr>
  );
}

function Buttons(props: { onWrite?: (() => void) | undefined; onClose: () => void }) {
  const t = useTranslations('plan');
  return (
    <div className="flex flex-wrap gap-2">
      {props.onWrite === undefined ? null : (
        <Button tone="primary" onClick={props.onWrite}>
          {t('paste.write')}
        </Button>
      )}
      <Button onClick={props.onClose}>{t('grid.cancel')}</Button>
    </div>
  );
}
