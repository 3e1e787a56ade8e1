import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { Section } from '@/components/ui/page';
import { translator } from '@/messages/translate';
import type { DeskProposal, DeskProps } from './desk-props';
import { ProposalCard } from './proposal-card';

/** All proposals on the table side by side; on a phone one below the other. The chair chooses among them. */
export function ProposalTable(
  props: DeskProps & {
    proposals: readonly DeskProposal[];
    canChoose: boolean;
    chosen: readonly string[];
  },
): ReactNode {
  const { proposals, canChoose, chosen, locale } = props;
  const t = translator(locale, 'dispositions');
  const cards = (
    <div className="grid grid-cols-[repeat(auto-fit,minmax(min(100%,19rem),1fr))] gap-4">
      {proposals.map((proposal) => (
        <ProposalCard
          key={proposal.id}
          {...props}
          proposal={proposal}
          choice={
            canChoose ? (
              <label className="inline-flex min-h-8 items-center gap-2 text-sm">
                <input
                  type="checkbox"
                  name="with"
                  value={proposal.id}
                  defaultChecked={chosen.includes(proposal.id)}
                />
                {t('table.choose', { number: proposal.number ?? 0 })}
              </label>
            ) : null
          }
        />
      ))}
    </div>
  );
  return (
    <Section
      title={t('table.heading')}
      aside={<span className="text-sm text-muted">{t('table.count', { count: proposals.length })}</span>}
    >
      {proposals.length === 0 ? (
        <p className="text-muted">{t('table.empty')}</p>
      ) : canChoose ? (
        <form method="get" action="#deal" className="grid gap-4">
          {cards}
          <div className="flex flex-wrap items-center gap-3">
            <Button type="submit" tone={chosen.length === 0 ? 'primary' : 'plain'}>
              {t('table.deal')}
            </Button>
            <p className="text-sm text-muted">{t('table.dealHint')}</p>
          </div>
        </form>
      ) : (
        cards
      )}
    </Section>
  );
}
