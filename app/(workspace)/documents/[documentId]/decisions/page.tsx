import type { Metadata } from 'next';
import { refusalPage } from '@/app/_lib/refusal';
import { getLocale, requireViewer } from '@/app/_lib/viewer';
import { LineageList } from '@/components/tiers/lineage-list';
import { TierForm } from '@/components/tiers/tier-form';
import { WaitingDecision } from '@/components/tiers/waiting-decision';
import { Section } from '@/components/ui/page';
import { translator } from '@/messages/translate';
import { getDecisions } from '@/server/queries/decisions';
import { getRuntime } from '@/server/runtime';
import { confirmTierDecisionAction, findTierDecisionAction, takeFindingBackAction } from '../_actions/tiers';

interface Props {
  params: Promise<{ documentId: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await getLocale(), 'tiers')('title') };
}

/** What each tier decided on this text, and for chair and secretariat the next tier's word and what waits of it. */
export default async function DecisionsPage(props: Props) {
  const { actor, locale } = await requireViewer();
  const found = await getDecisions(getRuntime(), actor, (await props.params).documentId);
  if (!found.ok) return refusalPage(found, locale);
  const { document, steps, next, waiting } = found.value;
  const t = translator(locale, 'tiers');
  return (
    <>
      <div className="mb-5 max-w-3xl">
        <h2 className="font-serif text-[1.45rem] leading-tight font-semibold">{t('title')}</h2>
        <p className="mt-1 text-muted">{t('lead')}</p>
      </div>
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-x-8 lg:grid-cols-[minmax(0,1fr)_24rem]">
        <Section title={t('lineage')}>
          <LineageList documentId={document.id} steps={steps} locale={locale} />
        </Section>
        <div className="grid min-w-0">
          {waiting === null ? null : (
            <Section title={t('second.title')}>
              <WaitingDecision
                documentId={document.id}
                waiting={waiting}
                confirm={confirmTierDecisionAction}
                takeBack={takeFindingBackAction}
                locale={locale}
              />
            </Section>
          )}
          {next === null ? null : (
            <Section title={t('form.title')}>
              <TierForm
                documentId={document.id}
                next={next}
                action={findTierDecisionAction}
                waiting={waiting}
                locale={locale}
              />
            </Section>
          )}
        </div>
      </div>
    </>
  );
}
