import type { PaperDocument, PaperLanguage, PaperVersion } from '../../domain/text/paper';
import type { Runtime } from '../runtime';
import { countriesFor } from './countries';
import type { DocumentView } from './documents';
import type { VersionLine } from './version-line';

/** What papers and Word files say about a document, in the language of whoever takes them away. */
export function paperDocument(document: DocumentView, locale: PaperLanguage): PaperDocument {
  const { symbol, title, language, houseStyle, body } = document;
  const name = locale === 'th' && body.nameThai !== '' ? body.nameThai : body.name;
  return { symbol, title, language, houseStyle, body: name };
}

export function paperVersion({ number, revision, kind, name, state, at, hash }: VersionLine): PaperVersion {
  return { number, revision, kind, name, state, at, hash };
}

/** Names of all delegations by ISO code. */
export function delegationNames(runtime: Runtime, locale: PaperLanguage): Record<string, string> {
  return Object.fromEntries(
    countriesFor(runtime).map(({ code, shortName, thaiName }) => [
      code,
      locale === 'th' && thaiName !== '' ? thaiName : shortName,
    ]),
  );
}

/** A version in a file's name: "Rev.2", "v7", "now". */
export function fileVersion({ number, revision }: VersionLine): string {
  if (revision !== null) return `Rev.${revision}`;
  return number === 0 ? 'now' : `v${number}`;
}
