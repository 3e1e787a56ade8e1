import Link from 'next/link';
import { Flag } from '@/components/ui/flag';
import { Table } from '@/components/ui/table';
import type { ChainedFact } from '@/domain/audit/chain';
import type { Locale } from '@/messages/locale';
import { formatter, translator } from '@/messages/translate';
import { sayKind } from './say-kind';

export function AuditTable(props: {
  events: readonly ChainedFact[];
  bodies: readonly { readonly id: string; readonly acronym: string }[];
  locale: Locale;
}) {
  const { locale } = props;
  const t = translator(locale, 'audit');
  const format = formatter(locale);
  return (
    <Table
      column={10}
      caption={t('table.caption')}
      head={[
        t('table.number'),
        t('table.when'),
        t('table.who'),
        t('table.act'),
        t('table.subject'),
        t('table.details'),
      ]}
    >
      {props.events.map((event) => (
        <tr key={event.seq} className="text-sm">
          <td className="text-muted tabular-nums" title={event.hash}>
            {event.seq}
          </td>
          <td className="whitespace-nowrap">
            <time dateTime={event.at}>
              {format.dateTime(new Date(event.at), { dateStyle: 'medium', timeStyle: 'medium' })}
            </time>
          </td>
          <td className="whitespace-nowrap">
            <Flag country={event.country} size={10} /> {event.actorName}
          </td>
          <td>{sayKind(event.kind, locale)}</td>
          <td>
            <Subject event={event} bodies={props.bodies} installation={t('installation')} />
          </td>
          <td className="max-w-md text-[0.8125rem] text-muted">
            <Details data={event.data} />
          </td>
        </tr>
      ))}
    </Table>
  );
}

function Subject(props: {
  event: ChainedFact;
  bodies: readonly { readonly id: string; readonly acronym: string }[];
  installation: string;
}) {
  const { event } = props;
  const { symbol, name } = event.data;
  if (event.subjectType === 'document' && typeof symbol === 'string') {
    return (
      <Link
        href={`/documents/${event.subjectId}`}
        className="whitespace-nowrap underline decoration-line-strong/60 underline-offset-2 hover:text-accent"
      >
        {symbol}
      </Link>
    );
  }
  const body = props.bodies.find((entry) => entry.id === event.bodyId);
  const thing = typeof name === 'string' ? name : null;
  return [body?.acronym ?? (event.bodyId === null ? props.installation : null), thing]
    .filter((part) => part !== null)
    .join(', ');
}

/** Names and numbers of the event as they were recorded. Long hashes are cut: the export has them whole. */
function Details(props: { data: Readonly<Record<string, unknown>> }) {
  const entries = Object.entries(props.data).filter(([key]) => key !== 'symbol');
  return entries.map(([key, value], index) => (
    <span key={key}>
      {index === 0 ? '' : ' · '}
      {key}: <span className="text-ink">{said(value)}</span>
    </span>
  ));
}

function said(value: unknown): string {
  if (typeof value === 'string') return /^[0-9a-f]{64}$/.test(value) ? `${value.slice(0, 12)}…` : value;
  return JSON.stringify(value) ?? '';
}
