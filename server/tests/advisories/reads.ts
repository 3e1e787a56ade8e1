import type { Actor } from '../../../domain/policy/can';
import type { Outcome } from '../../../domain/refusal';
import { getAdoption } from '../../queries/adoption';
import { openBrackets } from '../../queries/brackets';
import { clauseDesk } from '../../queries/clause-desk';
import { clauseHistory } from '../../queries/clause-history';
import { commentsFor, mentionableIn } from '../../queries/comments';
import { convergenceOf } from '../../queries/convergence';
import { deadlineFor } from '../../queries/deadlines';
import { getDecisions, getTierEvidence } from '../../queries/decisions';
import { getDocument } from '../../queries/documents';
import { exportRedline, REDLINE_FORMATS } from '../../queries/export-redline';
import { EXPORT_FORMATS, exportText } from '../../queries/export-text';
import { getImport, getImportReview, versionComments } from '../../queries/imports';
import { proposalsFor } from '../../queries/proposals';
import { getEvidence, getRecord } from '../../queries/records';
import { getSilence } from '../../queries/silence';
import { exportSources, sourcesOf } from '../../queries/sources';
import { followStage } from '../../queries/stage';
import { cleanView, delegationView, exportCompilation, packCompilation } from '../../queries/text-views';
import { compareThree } from '../../queries/three-way';
import { compareVersions, listVersions, packComparison, readVersion } from '../../queries/versions';
import type { Runtime } from '../../runtime';
import { noteReading } from '../../use-cases/note-reading';

type Read = (
  runtime: Runtime,
  actor: Actor,
  documentId: string,
) => Outcome<unknown> | Promise<Outcome<unknown>>;

const files = Object.fromEntries(
  EXPORT_FORMATS.map((format): [string, Read] => [
    `the text as ${format}`,
    (runtime, actor, documentId) => exportText(runtime, actor, { documentId, number: 'now', format }),
  ]),
);

const redlines = Object.fromEntries(
  REDLINE_FORMATS.map((format): [string, Read] => [
    `a redline as ${format}`,
    (runtime, actor, documentId) =>
      exportRedline(runtime, actor, {
        documentId,
        from: 1,
        to: 'now',
        format,
        locale: 'en',
        lineNumbers: 'none',
        options: { moves: 'moves', authors: 'delegations' },
      }),
  ]),
);

/** Every way in which something of one document is read, by pages, routes and exports alike. */
export const READS: Readonly<Record<string, Read>> = {
  ...files,
  ...redlines,
  document: getDocument,
  versions: listVersions,
  'a version': (runtime, actor, documentId) => readVersion(runtime, actor, { documentId, number: 1 }),
  'a comparison': (runtime, actor, documentId) =>
    compareVersions(runtime, actor, { documentId, from: 1, to: 'now' }),
  'a comparison, packed': (runtime, actor, documentId) =>
    packComparison(runtime, actor, { documentId, from: 1, to: 'now' }),
  'three versions': (runtime, actor, documentId) =>
    compareThree(runtime, actor, { documentId, base: 1, a: 1, b: 'now', view: 'all', page: 1 }),
  'the history of a clause': (runtime, actor, documentId) =>
    clauseHistory(runtime, actor, { documentId, clauseId: 'c_3', before: null }),
  convergence: convergenceOf,
  comments: commentsFor,
  'who may be mentioned': (runtime, actor, documentId) =>
    mentionableIn(runtime, actor, { documentId, ring: 'tabled' }),
  'comments of a version': (runtime, actor, documentId) =>
    versionComments(runtime, actor, { documentId, number: 1 }),
  'a waiting import': getImport,
  'the review of an import': (runtime, actor, documentId) =>
    getImportReview(runtime, actor, { documentId, page: 1 }),
  proposals: proposalsFor,
  'the desk of a clause': (runtime, actor, documentId) =>
    clauseDesk(runtime, actor, { documentId, clauseId: 'c_3', chosen: [] }),
  brackets: (runtime, actor, documentId) => openBrackets(runtime, actor, { documentId, page: '1' }),
  'the clean text': cleanView,
  'the text of a delegation': (runtime, actor, documentId) =>
    delegationView(runtime, actor, documentId, 'ID'),
  'the compilation as a file': (runtime, actor, documentId) =>
    exportCompilation(runtime, actor, { documentId, locale: 'en' }),
  'the compilation, packed': packCompilation,
  decisions: getDecisions,
  'evidence of a decision': (runtime, actor, documentId) =>
    getTierEvidence(runtime, actor, documentId, 'dec_unknown'),
  evidence: getEvidence,
  record: getRecord,
  'what is missing for adoption': getAdoption,
  silence: getSilence,
  'a deadline': (runtime, actor, documentId) => deadlineFor(runtime, actor, documentId, 'silence'),
  sources: sourcesOf,
  'sources as a file': (runtime, actor, documentId) =>
    exportSources(runtime, actor, { documentId, format: 'json' }),
  'what the room looks at': (runtime, actor, documentId) => {
    const following = followStage(runtime, actor, documentId, () => undefined);
    if (following.ok) following.value.stop();
    return following;
  },
  'a mark of having read it': (runtime, actor, documentId) =>
    noteReading(runtime, actor, { documentId, position: 1 }),
};
