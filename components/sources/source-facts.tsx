import { Facts } from '@/components/ui/facts';
import type { Share, SourceMetrics } from '@/domain/brainstorm/metrics';
import type { Locale } from '@/messages/locale';
import { translator } from '@/messages/translate';

/** How far the way from inputs to clauses is gone. Each share says of how many. */
export function SourceFacts(props: { metrics: SourceMetrics; own: Share | null; locale: Locale }) {
  const { metrics, own, locale } = props;
  const t = translator(locale, 'sources');
  const share = ({ count, of }: Share) => <span className="tabular-nums">{t('share', { count, of })}</span>;
  return (
    <Facts
      facts={[
        { term: t('decided'), value: share(metrics.decided) },
        { term: t('withoutSource'), value: share(metrics.withoutSource) },
        { term: t('days'), value: metrics.days === null ? t('noDays') : t('daysSpan', metrics.days) },
        ...(own === null || own.of === 0 ? [] : [{ term: t('own'), value: share(own) }]),
      ]}
    />
  );
}
