import type { DocumentState } from '@/domain/procedure/states';
import type { translator } from '@/messages/translate';

/** A version as lists and headings show it; the shape that the queries hand out. */
export interface VersionFacts {
  readonly id: string;
  /** 1, 2, 3 … per document; how people cite a version. */
  readonly number: number;
  readonly kind: 'checkpoint' | 'named' | 'revision' | 'restored' | 'imported' | 'adopted';
  readonly revision: number | null;
  readonly name: string;
  readonly comment: string;
  readonly state: DocumentState;
  readonly hash: string;
  readonly words: number;
  readonly wordsInserted: number | null;
  readonly wordsDeleted: number | null;
  /** ISO codes of the delegations that wrote since the version before; "" is the secretariat. */
  readonly delegations: readonly string[];
  readonly takenBy: string;
  readonly at: string;
}

/** What `from` and `to` of a comparison may be: a version's number, or the text as it stands. */
export type VersionChoice = number | 'now';

export type VersionWords = ReturnType<typeof translator<'versions'>>;

/** What people call a version: "Rev.2", "After the first reading", "Checkpoint". */
export function versionTitle(
  version: Pick<VersionFacts, 'kind' | 'revision' | 'name'> | 'now',
  t: VersionWords,
): string {
  if (version === 'now') return t('title.now');
  const { kind, revision, name } = version;
  switch (kind) {
    case 'adopted':
      return revision === null ? t('title.adopted') : t('title.adoptedRevision', { revision });
    case 'restored':
      return name === '' ? t('title.restored') : t('title.restoredFrom', { name });
    case 'imported':
      return name === '' ? t('title.imported') : t('title.importedFrom', { name });
    case 'revision': {
      const number = revision ?? 0;
      return name === ''
        ? t('title.revision', { revision: number })
        : t('title.revisionNamed', { revision: number, name });
    }
    case 'named':
      return name === '' ? t('title.named') : name;
    case 'checkpoint':
      return name === '' ? t('title.checkpoint') : name;
  }
}

/** The title with the number by which the address names it: "Rev.2 (version 7)". */
export function versionCitation(version: VersionFacts | 'now', t: VersionWords): string {
  return version === 'now'
    ? t('title.now')
    : t('citation', { title: versionTitle(version, t), number: version.number });
}
