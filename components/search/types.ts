import type { FoundKind } from '@/domain/search/kinds';

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

/** A page that one goes to by its name (components/shell/pages). */
export interface NamedPage {
  readonly href: string;
  readonly name: string;
}
