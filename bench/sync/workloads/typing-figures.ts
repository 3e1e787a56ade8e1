import type { TypingResult } from '../driver/jobs';
import type { Column, Figures } from './workload';

export const TYPING_COLUMNS: readonly Column[] = [
  { key: 'p50', title: 'p50 ms', digits: 2, better: 'less' },
  { key: 'p99', title: 'p99 ms', digits: 1, better: 'less' },
  { key: 'max', title: 'max ms', digits: 0 },
  { key: 'lost', title: 'lost', digits: 0, isCount: true },
  { key: 'cpu', title: 'CPU %', digits: 0, better: 'less' },
  { key: 'perDelivery', title: 'µs/del', digits: 1, better: 'less' },
  { key: 'perThousandKeys', title: 'CPU s/1000 keys', digits: 2 },
  { key: 'rss', title: 'RSS MB', digits: 0, better: 'less' },
  { key: 'late', title: 'driver late p99', digits: 1 },
  { key: 'driverCpu', title: 'driver CPU %', digits: 0 },
];

/** A collapsed run has no percentiles worth the name: its queue only grew. */
export function typingFigures(result: TypingResult): Figures {
  const hasSpread = !result.isCollapsed && result.seen.count > 0;
  return {
    p50: hasSpread ? result.seen.p50 : null,
    p99: hasSpread ? result.seen.p99 : null,
    max: hasSpread ? result.seen.max : null,
    lost: result.lost,
    cpu: percent(result.cpuShare),
    perDelivery: result.cpuPerDelivery,
    perThousandKeys: result.cpuPerThousandKeys,
    rss: result.rssMb,
    perDocument: result.rssPerDocumentKb,
    late: result.lateness.p99,
    driverCpu: percent(result.driverCpuShare),
    keystrokes: result.keystrokes,
    closed: result.closed,
  };
}

function percent(share: number | null): number | null {
  return share === null ? null : share * 100;
}
