import { download, refusedRoute, signedOutRoute } from '@/app/_lib/download';
import { getViewer } from '@/app/_lib/viewer';
import { translator } from '@/messages/translate';
import { planCsv } from '@/server/queries/plan-export';
import { getRuntime } from '@/server/runtime';

/** The matrix of a work plan as CSV. */
export async function GET(
  _request: Request,
  context: { params: Promise<{ planId: string }> },
): Promise<Response> {
  const viewer = await getViewer();
  if (viewer === null) return signedOutRoute();
  const { planId } = await context.params;
  const t = translator(viewer.locale, 'plan');
  const made = planCsv(getRuntime(), viewer.actor, planId, {
    area: t('level.area'),
    field: (name) => t(`field.${name}`),
    status: (status) => t(`status.${status}`),
  });
  if (!made.ok) return refusedRoute(made, viewer.locale);
  return download(made.value.content, made.value.fileName, 'text/csv; charset=utf-8');
}
