import { findDocument, findDocumentBySymbol } from '../../db/documents';
import { CommandError } from './command';
import type { Workspace } from './workspace';

/** The id of a document that somebody named by its id or its symbol. */
export function documentIdOf({ runtime }: Workspace, key: string): string {
  const found = findDocument(runtime.db, key) ?? findDocumentBySymbol(runtime.db, key);
  if (found !== null) return found.id;
  throw new CommandError(`There is no document ${key}. See ids and symbols: npm run mufakat -- doc list`);
}
