import type { Actor } from '../../domain/policy/can';
import { can } from '../../domain/policy/can';
import { accept, type Outcome } from '../../domain/refusal';
import { htmlOf } from '../../domain/text/as-html';
import { plainOf } from '../../domain/text/as-plain';
import { canonicalText } from '../../domain/text/canonical';
import type { LineNumbers, PaperLanguage } from '../../domain/text/paper';
import type { Runtime } from '../runtime';
import { fileVersion, paperDocument, paperVersion } from './papers';
import { readVersion, type VersionNumber, type VersionText } from './versions';

export const EXPORT_FORMATS = ['docx', 'json', 'txt', 'html'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export interface ExportedFile {
  readonly content: string | Uint8Array;
  readonly mediaType: string;
  readonly fileName: string;
}

export const MEDIA_TYPES: Readonly<Record<ExportFormat, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  json: 'application/json; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  html: 'text/html; charset=utf-8',
};

export interface ExportTextInput {
  readonly documentId: string;
  readonly number: VersionNumber;
  readonly format: ExportFormat;
  /** Language of a Word file's own words; English unless said. */
  readonly locale?: PaperLanguage;
  /** Of a Word file; none unless said. */
  readonly lineNumbers?: LineNumbers;
}

/** A version, or the text as it stands, as a file. `json` is the canonical form: its SHA-256 is the version's hash. */
export async function exportText(
  runtime: Runtime,
  actor: Actor,
  input: ExportTextInput,
): Promise<Outcome<ExportedFile>> {
  const read = await readVersion(runtime, actor, input);
  if (!read.ok) return read;
  const { document, version } = read.value;
  const allowed = can(actor, 'exportText', {
    bodyId: document.body.id,
    state: document.state,
    pensDown: document.pensDown,
  });
  if (!allowed.ok) return allowed;
  return accept({
    content: await contentOf(runtime, read.value, input),
    mediaType: MEDIA_TYPES[input.format],
    fileName: `${document.symbol}-${fileVersion(version)}.${input.format}`,
  });
}

async function contentOf(
  runtime: Runtime,
  { document, version, text }: VersionText,
  { format, locale = 'en', lineNumbers = 'none' }: ExportTextInput,
): Promise<string | Uint8Array> {
  switch (format) {
    case 'json':
      return canonicalText(text);
    case 'txt':
      return plainOf(text, document.houseStyle);
    case 'html':
      return htmlOf(text, document);
    case 'docx': {
      const paper = {
        locale,
        document: paperDocument(document, locale),
        version: paperVersion(version),
        text: JSON.stringify(text),
        lineNumbers,
        decision: null,
      };
      return runtime.word.text(paper, []);
    }
  }
}
