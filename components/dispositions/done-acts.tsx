import type { ReactNode } from 'react';
import { Section } from '@/components/ui/page';
import { formatter, translator } from '@/messages/translate';
import type { DeskAct, DeskProps } from './desk-props';
import { sayProposals } from './names';

/** What the chair did about proposals on this clause, oldest first. */
export function DoneActs({ acts, names, locale }: DeskProps & { acts: readonly DeskAct[] }): ReactNode {
  const t = translator(locale, 'dispositions');
  if (acts.length === 0) return null;
  return (
    <Section title={t('done.heading')}>
      <ol className="grid gap-3 text-sm">
        {acts.map((act) => (
          <li key={act.actId} className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5">
            <time dateTime={act.at} className="text-muted">
              {formatter(locale).dateTime(new Date(act.at), { dateStyle: 'medium', timeStyle: 'short' })}
            </time>
            <span>
              {t('done.line', {
                act: t(`states.${act.kind}`),
                proposals: sayProposals(act.proposals, names, t, locale),
              })}
            </span>
            {act.reason === '' ? null : (
              <span className="w-full text-muted">
                {t('done.reason')}: {act.reason}
              </span>
            )}
          </li>
        ))}
      </ol>
    </Section>
  );
}
