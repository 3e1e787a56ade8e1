import { withTrailFooter, withTrailLine } from '../../domain/audit/trail-line';
import type { Actor } from '../../domain/policy/can';
import { can } from '../../domain/policy/can';
import { isFinal } from '../../domain/procedure/states';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import { htmlOf } from '../../domain/text/as-html';
import { plainOf } from '../../domain/text/as-plain';
import { writeBrackets } from '../../domain/text/brackets';
import { besideSigns } from '../../domain/text/brackets/places';
import { canonicalText } from '../../domain/text/canonical';
import type { LineNumbers, PaperLanguage, TextPaper } from '../../domain/text/paper';
import type { Runtime } from '../runtime';
import { auditHead } from './audit-head';
import { openThreadsIn } from './comments';
import { commentsOn } from './imports';
import { adoptedFacts, fileVersion, orNull, paperOf } from './papers';
import { readVersion, type VersionNumber, type VersionText } from './versions';

export const EXPORT_FORMATS = ['pdf', 'docx', 'json', 'txt', 'html'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export interface ExportedFile {
  readonly content: string | Uint8Array;
  readonly mediaType: string;
  readonly fileName: string;
}

export const MEDIA_TYPES: Readonly<Record<ExportFormat, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  json: 'application/json; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  html: 'text/html; charset=utf-8',
};

export interface ExportTextInput {
  readonly documentId: string;
  readonly number: VersionNumber;
  readonly format: ExportFormat;
  /** Language of a paper's own words; English unless said. */
  readonly locale?: PaperLanguage;
  /** Of PDF and Word; none unless said. */
  readonly lineNumbers?: LineNumbers;
}

/** A version, or the text as it stands, as a file; PD5 where a paper cannot be made. `json` is the canonical form: its SHA-256 is the version's hash. */
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
  const content = await contentOf(runtime, actor, read.value, input);
  if (content === null) return refuse('PD5');
  return accept({
    content,
    mediaType: MEDIA_TYPES[input.format],
    fileName: `${document.symbol}-${fileVersion(version)}.${input.format}`,
  });
}

async function contentOf(
  runtime: Runtime,
  actor: Actor,
  read: VersionText,
  { format, locale = 'en', lineNumbers = 'none' }: ExportTextInput,
): Promise<string | Uint8Array | null> {
  const { document, text } = read;
  // The canonical form is the text as data; every other file is for people, who read brackets as signs.
  const shown = writeBrackets(text, { attribution: 'delegations' });
  switch (format) {
    case 'json':
      return canonicalText(text);
    case 'txt':
      return withTrailLine(plainOf(shown, document.houseStyle), auditHead(runtime));
    case 'html':
      return withTrailFooter(htmlOf(shown, document), auditHead(runtime));
    case 'pdf': {
      const paper = {
        ...paperOf(read, locale, lineNumbers),
        trail: auditHead(runtime),
        ...(await adoptedFacts(runtime, actor, read, locale)),
      };
      return orNull(runtime, document.symbol, runtime.papers.text(paper));
    }
    case 'docx':
      return orNull(
        runtime,
        document.symbol,
        runtime.word.text(
          await wordPaper(runtime, actor, read, { locale, lineNumbers }),
          besideSigns(text, [
            ...commentsOn(runtime, read.version.id),
            ...(isFinal(document.state) ? [] : await openThreadsIn(runtime, document.id, text)),
          ]),
        ),
      );
  }
}

/** The text for Word; of an adopted one the head of the file says what came to it since. */
async function wordPaper(
  runtime: Runtime,
  actor: Actor,
  read: VersionText,
  { locale, lineNumbers }: { readonly locale: PaperLanguage; readonly lineNumbers: LineNumbers },
): Promise<TextPaper> {
  const { decision = null } = await adoptedFacts(runtime, actor, read, locale);
  return { ...paperOf(read, locale, lineNumbers), decision, trail: auditHead(runtime) };
}
