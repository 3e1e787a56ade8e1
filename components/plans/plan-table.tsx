import Link from 'next/link';
import { Badge } from '@/components/ui/badge';
import { Table } from '@/components/ui/table';
import type { PlanState } from '@/domain/plan/rights';
import type { StatusCounts } from '@/domain/plan/rollups';
import type { Locale } from '@/messages/locale';
import { nameIn } from '@/messages/names';
import { translator } from '@/messages/translate';
import { StatusCountsBar } from './status-counts';

export interface ListedPlan {
  readonly plan: {
    readonly id: string;
    readonly title: string;
    readonly titleThai: string;
    readonly fromYear: number;
    readonly toYear: number;
    readonly state: PlanState;
    readonly predecessorId: string | null;
  };
  readonly body: { readonly acronym: string };
  readonly activities: number;
  readonly counts: StatusCounts;
}

const TONES = { drafted: 'accent', inForce: 'done', closed: 'neutral' } as const;

export function PlanStateBadge(props: { state: PlanState; locale: Locale }) {
  return <Badge tone={TONES[props.state]}>{translator(props.locale, 'plan')(`state.${props.state}`)}</Badge>;
}

/** Work plans with what stands in their matrices. */
export function PlanTable(props: { plans: readonly ListedPlan[]; locale: Locale }) {
  const { locale, plans } = props;
  const t = translator(locale, 'plan');
  const most = Math.max(1, ...plans.map(({ activities }) => activities));
  return (
    <Table caption={t('plans')} head={[t('title'), t('stateLabel'), t('inAll'), t('statusOf')]} column={12}>
      {plans.map(({ plan, body, activities, counts }) => (
        <tr key={plan.id}>
          <td className="min-w-56">
            <Link
              href={`/plans/${plan.id}`}
              className="font-medium text-ink underline-offset-2 hover:text-accent"
            >
              {nameIn(locale, plan.title, plan.titleThai)}
            </Link>
            <span className="block text-[0.8125rem] text-muted">
              {body.acronym} · {t('span', { from: String(plan.fromYear), to: String(plan.toYear) })}
              {plan.predecessorId === null ? null : (
                <>
                  {' · '}
                  <Link
                    href={`/plans/compare?from=${plan.predecessorId}&to=${plan.id}`}
                    className="text-accent underline underline-offset-2"
                  >
                    {t('compare')}
                  </Link>
                </>
              )}
            </span>
          </td>
          <td>
            <PlanStateBadge state={plan.state} locale={locale} />
          </td>
          <td className="tabular-nums">{activities}</td>
          <td className="w-[45%]">
            {activities === 0 ? (
              <span className="text-muted">{t('activities', { count: 0 })}</span>
            ) : (
              <StatusCountsBar counts={counts} most={most} say={(status) => t(`status.${status}`)} />
            )}
          </td>
        </tr>
      ))}
    </Table>
  );
}
