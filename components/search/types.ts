export type FoundKind = 'document' | 'clause' | 'version' | 'proposal' | 'decision' | 'input' | 'activity';

/** What a find looks like on a page (server/queries/search: Found). */
export interface FoundItem {
  readonly kind: FoundKind;
  readonly refId: string;
  readonly documentId: string;
  readonly place: string;
  readonly parts: readonly string[];
  readonly document: { readonly symbol: string; readonly title: string } | null;
  readonly href: string;
}
