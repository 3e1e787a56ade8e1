/** The head of the audit trail when a file was made: whoever keeps the file can later ask whether it belongs to the trail. */
export interface AuditHead {
  readonly seq: number;
  readonly hash: string;
  /** When the file was made. The event itself may be one of which nobody is told the hour. */
  readonly at: string;
}

const LINE = /^Mufakat audit trail: event \d+, head [0-9a-f]{64}, \S+$/;

/** As files for programs say it, in one fixed wording that readers know again. */
export function trailLine({ seq, hash, at }: AuditHead): string {
  return `Mufakat audit trail: event ${seq}, head ${hash}, ${at}`;
}

/** A plain text with the head of the trail as its last line. */
export function withTrailLine(text: string, head: AuditHead | null): string {
  return head === null ? text : `${text.trimEnd()}\n\n${trailLine(head)}\n`;
}

/** The text as it was before: the line is nobody's words. */
export function withoutTrailLine(text: string): string {
  const body = text.trimEnd();
  const last = body.slice(body.lastIndexOf('\n') + 1);
  return LINE.test(last.trim()) ? body.slice(0, body.length - last.length).replace(/\n\s*$/, '\n') : text;
}

/** The attribute by which a page names the line, so that it is not read as words. */
export const TRAIL_ATTRIBUTE = 'data-audit-trail';

/** A page of HTML with the head of the trail at its foot. The line has no sign that HTML would take for its own. */
export function withTrailFooter(page: string, head: AuditHead | null): string {
  if (head === null) return page;
  const at = page.lastIndexOf('</body>');
  const footer = `<footer ${TRAIL_ATTRIBUTE}><small>${trailLine(head)}</small></footer>\n`;
  return at < 0 ? page : `${page.slice(0, at)}${footer}${page.slice(at)}`;
}
