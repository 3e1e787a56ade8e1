import { dayOf } from '../domain/body/days';
import { clauseIndex } from '../domain/negotiation/clause-index';
import type { DocumentJson } from '../domain/text/document-json';
import { listVersions, readVersion } from '../server/queries/versions';
import { adoptDocument } from '../server/use-cases/adopt-document';
import { clearVersion } from '../server/use-cases/clear-version';
import { createDocument } from '../server/use-cases/create-document';
import { findAdoption } from '../server/use-cases/find-adoption';
import { findOnClauses } from '../server/use-cases/find-on-clauses';
import { issueRevision } from '../server/use-cases/issue-revision';
import { moveState } from '../server/use-cases/move-state';
import { closeReading, openReading } from '../server/use-cases/negotiation-reading';
import { setPens } from '../server/use-cases/set-pens';
import { readAhead } from '../server/use-cases/standing-text';
import { type ShownWords, takePosition } from '../server/use-cases/take-position';
import { takeVersion } from '../server/use-cases/take-version';
import { writeText } from '../server/use-cases/write-text';
import { accepted, actorAt, known, runtimeAt, type SeedState } from './actors';
import { DOCUMENTS } from './documents';
import { instant, type ProceduralStep, type SeedDocument } from './history';
import { proposalStep } from './proposal-acts';
import { edited } from './texts/edits';
import type { TimedAct } from './timeline';

/** The life of every document, act by act, each by its person at its time and through the use-case of that act. */
export function documentActs(): TimedAct[] {
  return DOCUMENTS.flatMap(actsOfDocument);
}

function actsOfDocument(document: SeedDocument): TimedAct[] {
  let text = document.firstText.text;
  const writes = (by: SeedDocument['firstText']['by'], at: string, target: () => DocumentJson): TimedAct => ({
    at,
    run: async (state) => {
      text = target();
      const documentId = known(state.documents, document.key, 'document');
      const written = await writeText(runtimeAt(state, at), actorAt(state, by, at), { documentId, text });
      accepted(written, `writing in ${document.title} by ${by}`);
    },
  });
  const created = instant(document.created.at);
  const firstText = document.firstText;
  return [
    { at: created, run: (state) => create(state, document, created) },
    writes(firstText.by, instant(firstText.at), () => firstText.text),
    ...document.history.map((step) => {
      const at = instant(step.at);
      if (step.act === 'write') return writes(step.by, at, () => edited(text, step.edits));
      if (step.act === 'propose' || step.act === 'back' || step.act === 'challenge') {
        const documentOf = (state: SeedState) => known(state.documents, document.key, 'document');
        return { at, run: (state: SeedState) => proposalStep(state, documentOf(state), step, at) };
      }
      return { at, run: (state: SeedState) => procedural(state, document, step, at) };
    }),
  ];
}

/** Created with its title only: the first words are written by the delegation that offers them. */
async function create(state: SeedState, document: SeedDocument, at: string): Promise<void> {
  const { kind, title, symbol, houseStyle, leadCountry, agenda } = document;
  const made = await createDocument(runtimeAt(state, at), actorAt(state, document.created.by, at), {
    bodyId: known(state.bodies, document.body, 'body'),
    kind,
    title,
    houseStyle,
    leadCountry,
    isIllustrative: true,
    text: { type: 'doc', content: document.firstText.text.content?.slice(0, 1) ?? [] },
    ...(symbol === null ? {} : { symbol }),
    ...(agenda === null
      ? {}
      : {
          meetingId: known(state.meetings, agenda.meeting, 'meeting'),
          agendaItemId: known(state.agendaItems, `${agenda.meeting}/${agenda.item}`, 'agenda item'),
        }),
  });
  state.documents.set(document.key, accepted(made, title).documentId);
}

async function procedural(
  state: SeedState,
  document: SeedDocument,
  step: ProceduralStep,
  at: string,
): Promise<void> {
  const runtime = runtimeAt(state, at);
  const actor = actorAt(state, step.by, at);
  const documentId = known(state.documents, document.key, 'document');
  const what = `${step.act} of ${document.title} by ${step.by}`;
  switch (step.act) {
    case 'version': {
      const { name, comment } = step;
      accepted(await takeVersion(runtime, actor, { documentId, name, comment }), what);
      return;
    }
    case 'issue':
      accepted(await issueRevision(runtime, actor, { documentId, comment: step.comment }), what);
      return;
    case 'clear': {
      const { versions } = accepted(await listVersions(runtime, actor, documentId), what);
      const number = versions.find(({ revision }) => revision === step.revision)?.number ?? 0;
      const clearedOn = dayOf(at);
      accepted(await clearVersion(runtime, actor, { documentId, number, clearedOn, note: step.note }), what);
      return;
    }
    case 'move':
      accepted(await moveState(runtime, actor, { documentId, step: step.step, reason: step.reason }), what);
      return;
    case 'openReading':
      accepted(await openReading(runtime, actor, { documentId }), what);
      return;
    case 'closeReading':
      accepted(await closeReading(runtime, actor, { documentId }), what);
      return;
    case 'position': {
      const { stance, ring, note } = step;
      const on = await shown(state, documentId, step.clauses);
      accepted(await takePosition(runtime, actor, { documentId, on, stance, ring, note }), what);
      return;
    }
    case 'find': {
      const on = await shown(state, documentId, step.clauses);
      const { step: found, reason } = step;
      accepted(await findOnClauses(runtime, actor, { documentId, on, step: found, reason }), what);
      return;
    }
    case 'adopt':
      await adopt(state, document, step, at);
  }
}

/** These clauses, or all, with the hash of their words as the page shows them then. */
async function shown(
  state: SeedState,
  documentId: string,
  clauses: readonly string[],
): Promise<ShownWords[]> {
  const { canonical } = await readAhead(state.runtime, documentId);
  return clauseIndex(JSON.parse(canonical) as DocumentJson, 'sections')
    .filter(({ id }) => clauses.length === 0 || clauses.includes(id))
    .map(({ id, hash }) => ({ clauseId: id, hash }));
}

/** The ceremony as the pages do it: pens down, read what stands there, find exactly that, have it confirmed. */
async function adopt(
  state: SeedState,
  document: SeedDocument,
  step: Extract<ProceduralStep, { act: 'adopt' }>,
  at: string,
): Promise<void> {
  if (document.agenda === null) throw new Error(`seed: ${document.title} is on no agenda`);
  const runtime = runtimeAt(state, at);
  const actor = actorAt(state, step.by, at);
  const documentId = known(state.documents, document.key, 'document');
  accepted(await setPens(runtime, actor, { documentId, down: true }), 'pens down');
  const standing = accepted(await readVersion(runtime, actor, { documentId, number: 'now' }), 'reading');
  const { meeting, item } = document.agenda;
  const found = await findAdoption(runtime, actor, {
    documentId,
    position: standing.version.position,
    hash: standing.version.hash,
    verb: step.verb,
    wording: step.wording,
    meetingId: known(state.meetings, meeting, 'meeting'),
    agendaItemId: known(state.agendaItems, `${meeting}/${item}`, 'agenda item'),
  });
  accepted(found, `the finding on ${document.title}`);
  const confirmer = actorAt(state, step.confirmedBy, at);
  accepted(await adoptDocument(runtime, confirmer, { documentId }), `adoption of ${document.title}`);
}
