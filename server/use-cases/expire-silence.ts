import { atomic } from '../../db/atomic';
import type { Db } from '../../db/client';
import { findDocument } from '../../db/documents';
import { changeSilenceRun, findSilenceRun, silenceStarter } from '../../db/silence';
import { findVersionById, type VersionRow } from '../../db/versions';
import { isDecisionVerb } from '../../domain/procedure/adoption';
import { accept, type Outcome, refuse } from '../../domain/refusal';
import { decideExpiry } from '../../domain/silence/end';
import { systemActor } from '../auth/system-actor';
import type { Runtime } from '../runtime';
import { recordAdoption } from './record-adoption';
import { asRun, noteSilence, tellSilence } from './silence-acts';
import { wasAway } from './silence-heartbeat';
import { readAhead, type StandingText, standingText } from './standing-text';
import { countVersion } from './store-version';

/**
 * Silence was kept: the text is adopted as from the end of the run, in one transaction (SP16). Nobody acts, so nobody
 * is asked for a right; the decision is the chair's who set the silence running.
 */
export async function expireSilence(
  runtime: Runtime,
  runId: string,
): Promise<Outcome<{ documentId: string }>> {
  const run = findSilenceRun(runtime.db, runId);
  if (run === null) return refuse('SP10');
  const ahead = await readAhead(runtime, run.documentId);
  const expired = atomic(runtime.db, (tx) => expireInside(tx, runtime, runId, ahead));
  if (!expired.ok) return expired;
  runtime.live.reviewDocument(run.documentId);
  const { version, houseStyle } = expired.value;
  await countVersion(runtime, version, houseStyle);
  return accept({ documentId: run.documentId });
}

function expireInside(
  tx: Db,
  runtime: Runtime,
  runId: string,
  ahead: StandingText,
): Outcome<{ version: VersionRow; houseStyle: 'declaration' | 'sections' }> {
  const now = runtime.clock.now();
  const run = findSilenceRun(tx, runId);
  const document = run === null ? null : findDocument(tx, run.documentId);
  if (run === null || document === null) return refuse('SP10');
  const decided = decideExpiry(asRun(run), now);
  if (!decided.ok) return decided;
  // A server that was away for a while, just now, has to say so first: the run may be longer than it seems.
  if (wasAway(tx, now)) return refuse('SP17');
  const { at } = decided.value;
  const standing = standingText(tx, document.id, ahead);
  const frozen = findVersionById(tx, run.versionId);
  const starter = silenceStarter(tx, run.id);
  // Nothing of the product can bring this about. Something else than was kept silent about is never adopted.
  if (document.state !== 'silence' || standing.hash !== run.hash || frozen?.hash !== run.hash) {
    throw new Error(`expireSilence: ${document.id} is not the text that was put under silence`);
  }
  if (starter === null || frozen.revision === null || !isDecisionVerb(run.verb)) {
    throw new Error(`expireSilence: the run ${run.id} is not whole`);
  }
  const { version } = recordAdoption(tx, runtime.signer, {
    document,
    standing,
    revision: frozen.revision,
    verb: run.verb,
    wording: run.wording,
    meetingId: run.meetingId,
    agendaItemId: run.agendaItemId,
    decidedBy: { userId: run.startedBy, name: starter.name, country: starter.country },
    actor: systemActor('Silence procedure'),
    at,
    recordedAt: now,
    how: { kind: 'bySilence', startedAt: run.startedAt, expiresAt: run.expiresAt, zone: run.zone },
    event: {
      kind: 'document.adopted',
      data: {
        revision: frozen.revision,
        meetingId: run.meetingId,
        agendaItemId: run.agendaItemId,
        at,
        runId: run.id,
      },
    },
  });
  changeSilenceRun(tx, run.id, { state: 'adopted', endedAt: at });
  noteSilence(tx, run.id, { kind: 'expired', at: now, by: null, country: null, data: { effectiveAt: at } });
  tellSilence(tx, now, document, run, {
    kind: 'silenceAdopted',
    key: 'adopted',
    data: { revision: frozen.revision, verb: run.verb },
  });
  return accept({ version, houseStyle: document.houseStyle });
}
