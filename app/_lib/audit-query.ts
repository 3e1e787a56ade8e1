import { z } from 'zod';
import type { AuditQuery } from '@/server/queries/audit';

const text = z.string().trim().max(120);
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** One day in the time zone of the meetings (UTC+7, no summer time) as instants. */
const OFFSET = '+07:00';

/** The filter of the audit trail as it stands in an address. What cannot be read is left out, not guessed. */
export interface AuditAddress {
  readonly kind: string;
  readonly person: string;
  readonly document: string;
  readonly from: string;
  readonly to: string;
  readonly before: number | null;
}

export function readAuditAddress(
  query: Readonly<Record<string, string | string[] | undefined>>,
): AuditAddress {
  const read = (name: string, shape: z.ZodType<string>): string => {
    const parsed = shape.safeParse(query[name]);
    return parsed.success ? parsed.data : '';
  };
  const before = Number(query.before);
  return {
    kind: read('kind', text),
    person: read('person', text),
    document: read('document', text),
    from: read('from', day),
    to: read('to', day),
    before: Number.isSafeInteger(before) && before > 0 ? before : null,
  };
}

export function auditQuery(address: AuditAddress): AuditQuery {
  return {
    ...(address.kind === '' ? {} : { kind: address.kind }),
    ...(address.person === '' ? {} : { actorId: address.person }),
    ...(address.document === '' ? {} : { subject: address.document }),
    ...(address.from === '' ? {} : { from: startOf(address.from, 0) }),
    ...(address.to === '' ? {} : { to: startOf(address.to, 1) }),
    ...(address.before === null ? {} : { beforeSeq: address.before }),
  };
}

/** The address of the same filter, for links; without the page. */
export function auditParameters(address: AuditAddress): URLSearchParams {
  const { before: _, ...rest } = address;
  return new URLSearchParams(Object.entries(rest).filter(([, value]) => value !== ''));
}

function startOf(date: string, daysLater: number): string {
  const instant = new Date(`${date}T00:00:00.000${OFFSET}`);
  if (Number.isNaN(instant.getTime())) return '';
  instant.setUTCDate(instant.getUTCDate() + daysLater);
  return instant.toISOString();
}
