import type { VersionHead } from '../../db/versions';
import type { DocumentState } from '../../domain/procedure/states';

/** One version as lists, headers and pickers show it. The text as it stands has `id` "now" and number 0. */
export interface VersionLine {
  readonly id: string;
  readonly documentId: string;
  readonly number: number;
  readonly kind: 'checkpoint' | 'named' | 'revision' | 'restored' | 'imported' | 'adopted';
  /** n of Rev.n, or null. */
  readonly revision: number | null;
  readonly name: string;
  readonly comment: string;
  readonly state: DocumentState;
  readonly position: number;
  readonly hash: string;
  readonly words: number;
  /** Against the version before; null until they have been counted. */
  readonly wordsInserted: number | null;
  readonly wordsDeleted: number | null;
  /** Delegations that wrote since the version before; "" stands for the secretariat. */
  readonly delegations: readonly string[];
  /** Name of the person. */
  readonly takenBy: string;
  readonly at: string;
}

export function versionLine(head: VersionHead): VersionLine {
  return {
    id: head.id,
    documentId: head.documentId,
    number: head.number,
    kind: head.kind,
    revision: head.revision,
    name: head.name,
    comment: head.comment,
    state: head.state as DocumentState,
    position: head.position,
    hash: head.hash,
    words: head.words,
    wordsInserted: head.wordsInserted,
    wordsDeleted: head.wordsDeleted,
    delegations: JSON.parse(head.delegations) as string[],
    takenBy: head.takenByName,
    at: head.at,
  };
}
