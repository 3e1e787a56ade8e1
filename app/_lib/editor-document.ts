import type { DocumentFacts } from '@/components/editor/document-editor';
import { type DocumentView, keepsCopies } from '@/server/queries/documents';
import type { Runtime } from '@/server/runtime';

/** What a page with the live text of a document tells its editor. */
export function editorDocument(runtime: Runtime, document: DocumentView): DocumentFacts {
  const { id, title, language, houseStyle, state, pensDown, may, whyNotEdit } = document;
  return {
    id,
    title,
    language,
    houseStyle,
    state,
    pensDown,
    mayEdit: may.edit,
    whyNotEdit,
    keepsCopies: keepsCopies(runtime, document),
  };
}
