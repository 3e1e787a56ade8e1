import { atomic } from '../../db/atomic';
import { changeDescription } from '../../db/documents';
import type { Actor } from '../../domain/policy/can';
import type { DocumentKind } from '../../domain/procedure/states';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import { cleanLine } from '../../domain/text/clean-line';
import type { HouseStyle } from '../../domain/text/numbering';
import type { Runtime } from '../runtime';
import { placeOf } from './create-document';
import { recordDocumentEvent } from './document-event';
import { permittedDocument } from './permitted-document';

/** What is left out stays as it is; null empties a field. */
export interface DescribeDocumentInput {
  readonly documentId: string;
  readonly title?: string;
  readonly kind?: DocumentKind;
  readonly language?: string;
  readonly houseStyle?: HouseStyle;
  readonly leadCountry?: string | null;
  readonly meetingId?: string | null;
  readonly agendaItemId?: string | null;
}

/** Changes what a document is called and where it belongs. Its symbol stays: it is how everybody cites it. */
export async function describeDocument(
  runtime: Runtime,
  actor: Actor,
  input: DescribeDocumentInput,
): Promise<Outcome<{ changed: readonly string[] }>> {
  const permitted = permittedDocument(runtime.db, actor, 'describe', input.documentId);
  if (!permitted.ok) return permitted;
  const at = runtime.clock.now();
  const described = atomic(runtime.db, (tx): Outcome<{ changed: readonly string[] }> => {
    const found = permittedDocument(tx, actor, 'describe', input.documentId);
    if (!found.ok) return found;
    const document = found.value;
    const { documentId: _, ...given } = input;
    const next = { ...document, ...given, title: cleanLine(input.title ?? document.title) };
    if (next.title.length < 3 || next.title.length > 500) return refuse('PR20', { field: 'title' });
    const place = placeOf(tx, next);
    if (!place.ok) return place;
    const fields = [
      'title',
      'kind',
      'language',
      'houseStyle',
      'leadCountry',
      'meetingId',
      'agendaItemId',
    ] as const;
    const changed = fields.filter((field) => next[field] !== document[field]);
    if (changed.length === 0) return accept({ changed });
    changeDescription(tx, document.id, Object.fromEntries(changed.map((field) => [field, next[field]])));
    recordDocumentEvent(tx, actor, document, at, {
      kind: 'document.described',
      data: Object.fromEntries(changed.map((field) => [field, next[field]])),
    });
    return accept({ changed });
  });
  // Another meeting may have another rule on copies (BO16).
  const reachesRooms = ['houseStyle', 'meetingId'].some(
    (field) => described.ok && described.value.changed.includes(field),
  );
  if (reachesRooms) runtime.live.reviewDocument(input.documentId);
  return described;
}
