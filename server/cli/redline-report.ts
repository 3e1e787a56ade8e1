import { changeLines } from '../../domain/redline/files/as-plain';
import type { LeftOut } from '../../domain/text/left-out';
import { translator } from '../../messages/translate';
import { type Comparison, redlineFile } from './redline-content';

export interface ReportOptions {
  readonly tell: (line: string) => void;
  /** Every change is listed, not only the first. */
  readonly isComplete: boolean;
  readonly hasColours: boolean;
  readonly writtenTo: string | null;
}

/** Changes that are listed where nobody asks for all. */
const FIRST = 12;

/** What a comparison found, for people at a terminal. */
export function report(
  comparison: Comparison & { readonly changes: 'accept' | 'reject' },
  { tell, isComplete, hasColours, writtenTo }: ReportOptions,
): void {
  const { old, fresh, redline, locale, changes } = comparison;
  const t = translator(locale, 'redlineFile');
  const paint = (code: number, text: string) => (hasColours ? `\u001b[${code}m${text}\u001b[0m` : text);
  tell(paint(BOLD, `${old.name} → ${fresh.name}`));
  for (const { name, leftOut } of [old, fresh]) {
    const tracked = leftOut.find(({ kind }) => kind === 'trackedChange')?.count ?? 0;
    if (tracked > 0) {
      tell(t(changes === 'accept' ? 'changesAccepted' : 'changesRejected', { file: name, count: tracked }));
    }
  }
  const file = redlineFile(comparison);
  if (redline.summary.identical) tell(t('same'));
  else if (redline.changes.length === 0) tell(t('unmarked'));
  else {
    const [lengths, ...counts] = file.words.summary(file.redline);
    if (lengths !== undefined) tell(lengths[1]);
    tell(
      counts
        .filter(([, value]) => value !== '0')
        .map(([name, value]) => `${name}: ${paint(BOLD, value)}`)
        .join(', '),
    );
    tell('');
    const [, ...lines] = changeLines(file);
    const shown = isComplete ? lines : lines.slice(0, FIRST);
    for (const line of shown) tell(line);
    if (shown.length < lines.length) tell(`      ${t('more', { count: lines.length - shown.length })}`);
  }
  for (const { name, leftOut } of [old, fresh]) {
    const others = leftOut.filter(({ kind }) => kind !== 'trackedChange');
    if (others.length === 0) continue;
    tell('');
    tell(t('notCarried', { file: name }));
    for (const entry of others) tell(`  ${leftOutWords(entry)}`);
  }
  if (writtenTo !== null) {
    tell('');
    tell(t('written', { file: writtenTo }));
  }

  function leftOutWords({ kind, count, where }: LeftOut): string {
    const what = t(`leftOut.${kind}`);
    return where === '' ? t('notCarriedOne', { count, what }) : t('notCarriedAt', { count, what, where });
  }
}

const BOLD = 1;
