'use client';

import { useRouter } from 'next/navigation';
import { useState, useTransition } from 'react';
import { useTranslations } from '@/components/i18n/use-translations';
import { Button, buttonClass } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { SheetAct, SheetFile } from './acts';

/** What can be done with a file that waits: import all of it, take it back with what is wrong, or forget it. */
export function SheetDecision(props: {
  file: SheetFile;
  writes: number;
  findings: number;
  importSheet: SheetAct;
  dropSheet: SheetAct;
}) {
  const t = useTranslations('sheets');
  const router = useRouter();
  const { file, writes, findings } = props;
  const [problem, setProblem] = useState<string | null>(null);
  const [isWorking, start] = useTransition();
  return (
    <div className="grid gap-4">
      {findings > 0 ? (
        <Notice tone="warn">{t('run.allOrNothing')}</Notice>
      ) : writes === 0 ? (
        <Notice>{t('run.nothing')}</Notice>
      ) : null}
      {problem === null ? null : <Notice tone="error">{problem}</Notice>}
      <div className="flex flex-wrap gap-3">
        {findings > 0 ? (
          <a className={buttonClass('primary')} href={`/api/sheets/${file.kind}/${file.target}/findings`}>
            {t('run.findings')}
          </a>
        ) : writes === 0 ? null : (
          <Button
            tone="primary"
            disabled={isWorking}
            aria-busy={isWorking}
            onClick={() => start(async () => setProblem(await props.importSheet(file)))}
          >
            {isWorking ? t('run.working') : t('run.import', { count: writes })}
          </Button>
        )}
        <Button
          tone="quiet"
          disabled={isWorking}
          onClick={() =>
            start(async () => {
              setProblem(await props.dropSheet(file));
              router.refresh();
            })
          }
        >
          {t('run.drop')}
        </Button>
      </div>
    </div>
  );
}
