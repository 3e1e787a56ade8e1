import type { Metadata } from 'next';
import { refusalPage } from '@/app/_lib/refusal';
import { getLocale, requireViewer } from '@/app/_lib/viewer';
import { PlanDescription } from '@/components/plans/shape/plan-description';
import { ResultTree } from '@/components/plans/shape/result-tree';
import { Breadcrumb } from '@/components/ui/breadcrumb';
import { Container } from '@/components/ui/container';
import { PageHeader } from '@/components/ui/page';
import { nameIn } from '@/messages/names';
import { translator } from '@/messages/translate';
import { getPlanShape } from '@/server/queries/plan-shape';
import { getRuntime } from '@/server/runtime';
import * as actions from './actions';

interface Props {
  params: Promise<{ planId: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await getLocale(), 'shape')('title') };
}

/** What a plan is called and belongs to, and what stands above its activities. */
export default async function PlanShapePage(props: Props) {
  const { actor, locale } = await requireViewer();
  const { planId } = await props.params;
  const found = getPlanShape(getRuntime(), actor, planId);
  if (!found.ok) return refusalPage(found, locale);
  const { plan, body, texts, earlier, results, measurable } = found.value;
  const t = translator(locale, 'shape');
  return (
    <Container>
      <PageHeader
        eyebrow={
          <Breadcrumb
            above={[
              { href: '/plans', label: translator(locale, 'plan')('plans') },
              { href: `/plans/${planId}`, label: nameIn(locale, plan.title, plan.titleThai) },
            ]}
          >
            {t('title')}
          </Breadcrumb>
        }
        title={t('title')}
        lead={t('lead')}
      />
      <PlanDescription
        plan={plan}
        body={body}
        texts={texts}
        earlier={earlier}
        locale={locale}
        action={actions.describePlanAction}
      />
      <ResultTree
        planId={planId}
        results={results}
        measurable={measurable}
        locale={locale}
        actions={{
          save: actions.saveResultAction,
          move: actions.moveResultAction,
          remove: actions.removeResultAction,
        }}
      />
    </Container>
  );
}
