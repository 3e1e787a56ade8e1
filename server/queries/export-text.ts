import type { Actor } from '../../domain/policy/can';
import { can } from '../../domain/policy/can';
import { accept, type Outcome } from '../../domain/refusal';
import { htmlOf } from '../../domain/text/as-html';
import { plainOf } from '../../domain/text/as-plain';
import { canonicalText } from '../../domain/text/canonical';
import type { Runtime } from '../runtime';
import { readVersion, type VersionNumber } from './versions';

export const EXPORT_FORMATS = ['json', 'txt', 'html'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export interface ExportedText {
  readonly content: string;
  readonly mediaType: string;
  readonly symbol: string;
  readonly version: string;
}

const MEDIA_TYPES: Readonly<Record<ExportFormat, string>> = {
  json: 'application/json; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  html: 'text/html; charset=utf-8',
};

/** A version, or the text as it stands, as a file. `json` is the canonical form: its SHA-256 is the version's hash. */
export async function exportText(
  runtime: Runtime,
  actor: Actor,
  input: { readonly documentId: string; readonly number: VersionNumber; readonly format: ExportFormat },
): Promise<Outcome<ExportedText>> {
  const read = await readVersion(runtime, actor, input);
  if (!read.ok) return read;
  const { document, version, text } = read.value;
  const allowed = can(actor, 'exportText', {
    bodyId: document.body.id,
    state: document.state,
    pensDown: document.pensDown,
  });
  if (!allowed.ok) return allowed;
  return accept({
    content: contentOf(input.format),
    mediaType: MEDIA_TYPES[input.format],
    symbol: document.symbol,
    version:
      version.revision === null
        ? version.number === 0
          ? 'now'
          : `v${version.number}`
        : `Rev.${version.revision}`,
  });

  function contentOf(format: ExportFormat): string {
    switch (format) {
      case 'json':
        return canonicalText(text);
      case 'txt':
        return plainOf(text, document.houseStyle);
      case 'html':
        return htmlOf(text, document);
    }
  }
}
