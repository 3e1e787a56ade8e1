import { loadActor } from '../../db/actors';
import { atomic } from '../../db/atomic';
import type { Db } from '../../db/client';
import { changeProcedure, type DocumentRow } from '../../db/documents';
import { findAgendaItem, findMeeting } from '../../db/meetings';
import { insertSilenceRun, runningSilence, type SilenceRunRow } from '../../db/silence';
import { lastRevisionHead, type VersionRow } from '../../db/versions';
import { type Actor, delegationOf } from '../../domain/policy/can';
import type { OpenQuestion } from '../../domain/procedure/open-questions';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import { openPlaces } from '../../domain/silence/clean';
import { decideStart, type StartedSilence } from '../../domain/silence/start';
import type { DocumentJson } from '../../domain/text/document-json';
import { newId } from '../ids';
import type { Runtime } from '../runtime';
import { objectingTo } from './adoption-gaps';
import { recordDocumentEvent } from './document-event';
import { takenOn } from './lineage';
import { permittedDocument } from './permitted-document';
import { procedureState } from './procedure-state';
import { noteSilence, silenceRulesOf, tellSilence } from './silence-acts';
import { readAhead, type StandingText, standingText } from './standing-text';
import { countVersion, storeVersion } from './store-version';

export interface StartSilenceInput {
  readonly documentId: string;
  /** The end as a local hour (YYYY-MM-DDTHH:mm) in a zone of the IANA list. */
  readonly endsAt: string;
  readonly zone: string;
  readonly holidayConfirmed?: boolean;
  readonly verb: string;
  readonly wording: string;
  readonly meetingId: string;
  readonly agendaItemId: string;
  /** Hash of the text and `stateSeq` of the page that the chair acted on. */
  readonly hash: string;
  readonly stateSeq: number;
}

export interface SilenceStart {
  readonly runId: string;
  readonly expiresAt: string;
  readonly revision: number;
}

/** The chair puts the text as it stands under silence: it is frozen, as Rev.n, and everybody is told until when. */
export async function startSilence(
  runtime: Runtime,
  asked: Actor,
  input: StartSilenceInput,
): Promise<Outcome<SilenceStart>> {
  const permitted = permittedDocument(runtime.db, asked, 'startSilence', input.documentId);
  if (!permitted.ok) return permitted;
  const ahead = await readAhead(runtime, input.documentId);
  const questions = questionsIn(ahead, permitted.value);
  const started = atomic(runtime.db, (tx): Outcome<{ run: SilenceRunRow; version: VersionRow | null }> => {
    const at = runtime.clock.now();
    const actor = loadActor(tx, asked.userId, asked.sessionId, at);
    if (actor === null) return refuse('PO1');
    const found = permittedDocument(tx, actor, 'startSilence', input.documentId);
    if (!found.ok) return found;
    const document = found.value;
    const standing = standingText(tx, document.id, ahead);
    const decided = decideStart(
      {
        ...procedureState(tx, document, standing),
        isRunning: runningSilence(tx, document.id) !== null,
        questions: standing === ahead ? questions : questionsIn(standing, document),
        objecting: objectingTo(tx, document, standing, at),
        meeting: findMeeting(tx, input.meetingId) ?? null,
        lastTier: takenOn(tx, document.id).at(-1)?.meeting.tier ?? null,
        agendaItem: findAgendaItem(tx, input.agendaItemId) ?? null,
      },
      {
        ...input,
        end: {
          local: input.endsAt,
          zone: input.zone,
          holidayConfirmed: input.holidayConfirmed === true,
        },
      },
      silenceRulesOf(tx, document.bodyId),
      at,
    );
    if (!decided.ok) return decided;
    return accept(begin(tx, actor, document, standing, input, decided.value, at));
  });
  if (!started.ok) return started;
  runtime.live.reviewDocument(input.documentId);
  const { run, version } = started.value;
  if (version !== null) await countVersion(runtime, version, permitted.value.houseStyle);
  const revision = lastRevisionHead(runtime.db, input.documentId)?.revision ?? 0;
  return accept({ runId: run.id, expiresAt: run.expiresAt, revision });
}

function begin(
  tx: Db,
  actor: Actor,
  document: DocumentRow,
  standing: StandingText,
  place: Pick<StartSilenceInput, 'meetingId' | 'agendaItemId'>,
  start: StartedSilence,
  at: string,
): { run: SilenceRunRow; version: VersionRow | null } {
  const { revision, verb, wording, expiresAt, zone } = start;
  const version = start.isNewRevision
    ? storeVersion(tx, document, { kind: 'revision', revision, takenBy: actor.userId, at }, standing)
    : null;
  if (version !== null) {
    recordDocumentEvent(tx, actor, document, at, {
      kind: 'document.revisionIssued',
      data: { number: version.number, revision, textHash: standing.hash },
    });
  }
  const versionId = version?.id ?? lastRevisionHead(tx, document.id)?.id;
  if (versionId === undefined) throw new Error('startSilence: the revision under silence is not there');
  const run: SilenceRunRow = {
    id: newId('run'),
    documentId: document.id,
    versionId,
    hash: standing.hash,
    state: 'running',
    verb,
    wording,
    meetingId: place.meetingId,
    agendaItemId: place.agendaItemId,
    startedBy: actor.userId,
    startedAt: at,
    expiresAt,
    zone,
    endedAt: null,
    announcedAt: null,
  };
  insertSilenceRun(tx, run);
  const country = delegationOf(actor, document.bodyId);
  noteSilence(tx, run.id, { kind: 'started', at, by: actor.userId, country, data: { expiresAt, zone } });
  recordDocumentEvent(tx, actor, document, at, {
    kind: 'document.silenceStarted',
    data: { runId: run.id, revision, textHash: standing.hash, verb, expiresAt, zone },
  });
  const frozen = changeProcedure(tx, document.id, document.stateSeq, {
    state: 'silence',
    pensDownAt: null,
    pensDownBy: null,
  });
  if (!frozen) throw new Error('startSilence: the document changed inside the transaction');
  tellSilence(tx, at, document, run, { kind: 'silenceStarted', key: 'started', data: { revision, verb } });
  return { run, version };
}

/** SP6: what is open in a text, brackets and clauses without a word alike. */
function questionsIn(standing: StandingText, document: Pick<DocumentRow, 'houseStyle'>): OpenQuestion[] {
  return openPlaces(JSON.parse(standing.canonical) as DocumentJson, document.houseStyle);
}
