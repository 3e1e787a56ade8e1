import { checkPlace } from '../../domain/negotiation/proposal-place';
import { checkRationale } from '../../domain/negotiation/proposal-rules';
import type { ProposedChange } from '../../domain/negotiation/wished-changes';
import { accept, type Outcome } from '../../domain/refusal';
import type { DocumentJson } from '../../domain/text/document-json';
import type { Runtime } from '../runtime';
import { type FirstEdit, firstEdit } from './edit-ahead';
import { preparedText } from './prepared-text';
import type { NewDraft } from './proposal-draft';

/** A draft of the delegation as it will begin, and the edit that writes its first words; null where it has none. */
export interface DraftAhead {
  readonly draft: Omit<NewDraft, 'position'>;
  readonly first: FirstEdit | null;
}

/** Asks of a draft whatever can be asked, and works its words out, ahead of the transaction that will write it (ADR 0010). */
export async function draftAhead(
  runtime: Runtime,
  text: DocumentJson,
  country: string,
  { place, words, rationale }: ProposedChange & { readonly rationale: string },
): Promise<Outcome<DraftAhead>> {
  const reasoned = checkRationale(place.kind, rationale, false);
  if (!reasoned.ok) return reasoned;
  const base = checkPlace(text, place);
  if (!base.ok) return base;
  const prepared = words === null ? accept(null) : preparedText(words);
  if (!prepared.ok) return prepared;
  const first = prepared.value === null ? null : await firstEdit(runtime, JSON.stringify(prepared.value));
  const draft = {
    place,
    country,
    class: 'substantive',
    rationale,
    replacesId: null,
    onBehalf: false,
    base: base.value,
    words: prepared.value,
  } as const;
  return accept({ draft, first });
}
