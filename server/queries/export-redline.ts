import { type Actor, can } from '../../domain/policy/can';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import {
  type LineNumbers,
  type PaperLanguage,
  REDLINE_FILES,
  type RedlineFileOptions,
  type RedlinePaper,
} from '../../domain/text/paper';
import type { Runtime } from '../runtime';
import { auditHead } from './audit-head';
import type { DocumentView } from './documents';
import { type ExportedFile, MEDIA_TYPES } from './export-text';
import { commentsOn } from './imports';
import { delegationNames, filePair, orNull, paperDocument, paperVersion } from './papers';
import { type ComparedPair, type CompareVersionsInput, pairToCompare } from './versions';

export const REDLINE_FORMATS = ['pdf', ...REDLINE_FILES] as const;
export type RedlineFormat = (typeof REDLINE_FORMATS)[number];

export interface ExportRedlineInput extends CompareVersionsInput {
  readonly format: RedlineFormat;
  readonly locale: PaperLanguage;
  readonly lineNumbers: LineNumbers;
  readonly options: Omit<RedlineFileOptions, 'format'>;
}

/** What changed between two versions, as a file. Both texts must be ones that the actor may take away. */
export async function exportRedline(
  runtime: Runtime,
  actor: Actor,
  input: ExportRedlineInput,
): Promise<Outcome<ExportedFile>> {
  // A list of changes is data: it makes either text of the other as they are stored, with their own fingerprints.
  const isData = input.format === 'json';
  const pair = await pairToCompare(runtime, actor, input, isData ? 'stored' : 'signs');
  if (!pair.ok) return pair;
  for (const document of [pair.value.document, pair.value.fromDocument]) {
    const allowed = document === null ? null : mayTakeAway(actor, document);
    if (allowed?.ok === false) return allowed;
  }
  const { document, from, to } = pair.value;
  const paper = redlinePaper(runtime, pair.value, input);
  const content = await orNull(
    runtime,
    document.symbol,
    input.format === 'pdf'
      ? runtime.papers.redline(input.options.authors === 'neutral' ? nameless(paper) : paper)
      : runtime.word.redline(paper, { ...input.options, format: input.format }, commentsOn(runtime, to.id)),
  );
  if (content === null) return refuse('PD5');
  return accept({
    content,
    mediaType: MEDIA_TYPES[input.format],
    fileName: `${document.symbol}-redline-${filePair(from, to)}.${input.format}`,
  });
}

/** As whoever takes it away asked: what was changed, and by nobody. */
function nameless(paper: RedlinePaper): RedlinePaper {
  const { oldJson, newJson, options } = paper.job;
  return { ...paper, job: { oldJson, newJson, options }, delegations: {} };
}

function mayTakeAway(actor: Actor, { body, state, pensDown }: DocumentView) {
  return can(actor, 'exportText', { bodyId: body.id, state, pensDown });
}

function redlinePaper(
  runtime: Runtime,
  { document, fromDocument, from, to, job }: ComparedPair,
  { locale, lineNumbers }: ExportRedlineInput,
): RedlinePaper {
  return {
    locale,
    document: paperDocument(document, locale),
    fromSymbol: fromDocument?.symbol ?? null,
    from: paperVersion(from),
    to: paperVersion(to),
    job,
    lineNumbers,
    trail: auditHead(runtime),
    delegations: delegationNames(runtime, locale),
  };
}
