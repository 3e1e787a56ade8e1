import { atomic } from '../../db/atomic';
import { findBody, findCountry } from '../../db/bodies';
import type { Db } from '../../db/client';
import { findDocumentBySymbol, insertDocument, symbolsOf } from '../../db/documents';
import { findAgendaItem, findMeeting } from '../../db/meetings';
import { type Actor, canInBody } from '../../domain/policy/can';
import type { DocumentKind } from '../../domain/procedure/states';
import { composeSymbol, isSymbol, sharedSymbol } from '../../domain/procedure/symbols';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import { cleanLine } from '../../domain/text/clean-line';
import type { DocumentJson } from '../../domain/text/document-json';
import type { HouseStyle } from '../../domain/text/numbering';
import { newId } from '../ids';
import type { Runtime } from '../runtime';
import { recordDocumentEvent } from './document-event';
import { appendEdit, type FirstEdit, firstEdit } from './edit-ahead';
import { preparedText } from './prepared-text';

export interface CreateDocumentInput {
  readonly bodyId: string;
  readonly kind: DocumentKind;
  readonly title: string;
  /** Left out: made from the body's template, with the next free number. */
  readonly symbol?: string;
  readonly language?: string;
  /** Left out: `declaration` for statements, `sections` for the rest. */
  readonly houseStyle?: HouseStyle;
  readonly leadCountry?: string | null;
  readonly meetingId?: string | null;
  readonly agendaItemId?: string | null;
  /** The first text; left out: the title and an empty paragraph. */
  readonly text?: DocumentJson;
  readonly predecessorId?: string;
  readonly isIllustrative?: boolean;
}

export interface CreatedDocument {
  readonly documentId: string;
  readonly symbol: string;
}

/** A new document in draft, with its first text in the log. */
export async function createDocument(
  runtime: Runtime,
  actor: Actor,
  input: CreateDocumentInput,
): Promise<Outcome<CreatedDocument>> {
  const allowed = canInBody(actor, 'createDocument', input.bodyId);
  if (!allowed.ok) return allowed;
  const text = preparedText(input.text ?? firstText(input.title));
  if (!text.ok) return text;
  const first = await firstEdit(runtime, JSON.stringify(text.value));
  return atomic(runtime.db, (tx) => insertNewDocument(tx, runtime.clock.now(), actor, input, first));
}

/** The part of the use-case that runs inside a transaction; starting a successor shares it. */
export function insertNewDocument(
  tx: Db,
  at: string,
  actor: Actor,
  input: CreateDocumentInput,
  first: FirstEdit,
): Outcome<CreatedDocument> {
  const title = cleanLine(input.title);
  if (title.length < 3 || title.length > 500) return refuse('PR20', { field: 'title' });
  const place = placeOf(tx, input);
  if (!place.ok) return place;
  const symbol = symbolFor(tx, input, place.value.series);
  if (!symbol.ok) return symbol;
  const id = newId('doc');
  insertDocument(tx, {
    id,
    bodyId: input.bodyId,
    symbol: symbol.value,
    kind: input.kind,
    title,
    language: input.language ?? 'en',
    houseStyle: input.houseStyle ?? (input.kind === 'statement' ? 'declaration' : 'sections'),
    leadCountry: input.leadCountry ?? null,
    meetingId: input.meetingId ?? null,
    agendaItemId: input.agendaItemId ?? null,
    predecessorId: input.predecessorId ?? null,
    isIllustrative: input.isIllustrative ?? false,
    createdBy: actor.userId,
    createdAt: at,
  });
  appendEdit(tx, { document: { id, bodyId: input.bodyId }, actor, at }, first.target, first);
  const predecessor = input.predecessorId === undefined ? {} : { predecessorId: input.predecessorId };
  recordDocumentEvent(tx, actor, { id, bodyId: input.bodyId, symbol: symbol.value }, at, {
    kind: 'document.created',
    data: { kind: input.kind, title, ...predecessor },
  });
  return accept({ documentId: id, symbol: symbol.value });
}

/** PR11, PR12, BO5: meeting, agenda item and lead country must belong together and to this body. */
export function placeOf(
  tx: Db,
  input: Pick<CreateDocumentInput, 'bodyId' | 'meetingId' | 'agendaItemId' | 'leadCountry'>,
): Outcome<{ series: string }> {
  const meeting = typeof input.meetingId === 'string' ? findMeeting(tx, input.meetingId) : undefined;
  if (typeof input.meetingId === 'string' && meeting?.bodyId !== input.bodyId)
    return refuse('PR11', { field: 'meetingId' });
  if (typeof input.agendaItemId === 'string') {
    const item = findAgendaItem(tx, input.agendaItemId);
    if (meeting === undefined || item?.meetingId !== meeting.id)
      return refuse('PR12', { field: 'agendaItemId' });
  }
  if (typeof input.leadCountry === 'string' && findCountry(tx, input.leadCountry) === undefined) {
    return refuse('BO5', { field: 'leadCountry' });
  }
  return accept({ series: meeting?.series ?? '' });
}

function symbolFor(tx: Db, input: CreateDocumentInput, series: string): Outcome<string> {
  if (input.symbol !== undefined && input.symbol.trim() !== '') {
    const symbol = input.symbol.trim();
    if (!isSymbol(symbol)) return refuse('PR22', { field: 'symbol' });
    return findDocumentBySymbol(tx, symbol) === null
      ? accept(symbol)
      : refuse('PR23', { symbol, field: 'symbol' });
  }
  return nextSymbol(tx, input.bodyId, input.kind, series);
}

/** The next free symbol by the body's template. A text in several languages counts once (ME22). */
export function nextSymbol(tx: Db, bodyId: string, kind: DocumentKind, series: string): Outcome<string> {
  const body = findBody(tx, bodyId);
  if (body === undefined) return refuse('PO1');
  const used = new Set(symbolsOf(tx, bodyId, kind).map(sharedSymbol));
  for (let number = used.size + 1; ; number += 1) {
    const symbol = composeSymbol(body, { series, kind, number });
    if (!used.has(symbol) && findDocumentBySymbol(tx, symbol) === null) return accept(symbol);
  }
}

function firstText(title: string): DocumentJson {
  const words = cleanLine(title);
  return {
    type: 'doc',
    content: [
      { type: 'title', ...(words === '' ? {} : { content: [{ type: 'text', text: words }] }) },
      { type: 'paragraph' },
    ],
  };
}
