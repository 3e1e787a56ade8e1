import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { commentsIn } from '../../../db/comments';
import type { Outcome } from '../../../domain/refusal';
import { bracketsOf } from '../../../domain/text/brackets';
import type { DocumentJson } from '../../../domain/text/document-json';
import { getImport } from '../../queries/imports';
import { answerDisposition } from '../../use-cases/answer-disposition';
import { answerThread } from '../../use-cases/answer-thread';
import { beginProposal } from '../../use-cases/begin-proposal';
import { carryOutSuggestion } from '../../use-cases/carry-out-suggestion';
import { consentToLifting } from '../../use-cases/consent-to-lifting';
import { decideImport, dropImport } from '../../use-cases/decide-import';
import { disposeProposals } from '../../use-cases/dispose-proposals';
import { importText } from '../../use-cases/import-text';
import { liftBracket } from '../../use-cases/lift-bracket';
import { openThread } from '../../use-cases/open-thread';
import { putInBrackets } from '../../use-cases/put-in-brackets';
import { readImport } from '../../use-cases/read-import';
import { settleThread } from '../../use-cases/settle-thread';
import { suggestDisposition } from '../../use-cases/suggest-disposition';
import { takeBackComment } from '../../use-cases/take-back-comment';
import { widenThread } from '../../use-cases/widen-thread';
import { accepted, ruleOf } from '../outcome';
import { storedRows } from '../stored-rows';
import { negotiatedStatement, standingJson, tabled } from '../tabled';
import { createWorld, type Person, type World } from '../world';

/** A text under negotiation with something of everything on it: what an id in a request may name. */
interface Table {
  readonly documentId: string;
  readonly threadId: string;
  readonly commentId: string;
  readonly proposalId: string;
  readonly actId: string;
  readonly bracketId: string;
  readonly importId: string;
}

const CLAUSE = 'AGREE to move the civil service forward;';

let world: World;
let here: Table;
let there: Table;
beforeEach(async () => {
  world = createWorld();
  here = await laid();
  there = await laid();
});
afterEach(() => world.close());

const by = (person: Person) => [world.runtime, world.actor(person)] as const;

async function laid(): Promise<Table> {
  const documentId = await negotiatedStatement(world);
  const anchor = { clauseId: 'c_3', from: 0, to: 5, clauseText: CLAUSE, quote: 'AGREE' };
  const said = { documentId, anchor, ring: 'tabled', words: 'Why?' } as const;
  const { threadId } = accepted(await openThread(...by('indonesia'), said));
  const commentId = commentsIn(world.db, [threadId])[0]?.id ?? '';
  const words: DocumentJson = { type: 'doc', content: [operative('AGREE to go forward;')] };
  const { id: proposalId } = await tabled(world, documentId, { country: 'ID', words });
  const suggested = { documentId, proposalIds: [proposalId], kind: 'accepted' } as const;
  const { actId } = accepted(await suggestDisposition(...by('chair'), suggested));
  accepted(
    await putInBrackets(...by('chair'), {
      documentId,
      clauseId: 'c_4',
      range: { line: 0, from: 0, to: 7 },
      words: 'REQUEST',
      owners: ['ID'],
      isPlaceholder: false,
      alternatives: [{ owners: ['PH'], words: 'INVITE' }],
    }),
  );
  const [bracket] = bracketsOf(await standingJson(world, documentId));
  const bytes = Buffer.from('Words of another file.');
  const read = await readImport(...by('chair'), { documentId, fileName: 'a.txt', bytes });
  return {
    documentId,
    threadId,
    commentId,
    proposalId,
    actId,
    bracketId: bracket?.id ?? '',
    importId: accepted(read).id,
  };
}

function operative(words: string) {
  return { type: 'operative', attrs: { id: 'c_3', level: 1 }, content: [{ type: 'text', text: words }] };
}

type Act = (documentId: string, of: Table) => Promise<Outcome<unknown>> | Outcome<unknown>;

/** Each names a document, and something that lies on a document. Each is done where both are the same one. */
const ACTS: Readonly<Record<string, Act>> = {
  'an answer in a conversation': (documentId, { threadId }) =>
    answerThread(...by('indonesia'), { documentId, threadId, words: 'So.' }),
  'settling a conversation': (documentId, { threadId }) =>
    settleThread(...by('indonesia'), { documentId, threadId, resolved: true }),
  'widening a conversation': (documentId, { threadId }) =>
    widenThread(...by('indonesia'), { documentId, threadId, to: 'tabled' }),
  'taking back a comment': (documentId, { threadId, commentId }) =>
    takeBackComment(...by('indonesia'), { documentId, threadId, commentId }),
  'an answer to a suggestion': (documentId, { actId }) =>
    answerDisposition(...by('indonesia'), { documentId, actId, answer: 'agree' }),
  'carrying out a suggestion': (documentId, { actId }) =>
    carryOutSuggestion(...by('chair'), { documentId, actId }),
  'dealing with a proposal': (documentId, { proposalId }) =>
    disposeProposals(...by('chair'), { documentId, proposalIds: [proposalId], kind: 'accepted' }),
  'replacing a proposal': (documentId, { proposalId }) =>
    beginProposal(...by('indonesia'), {
      documentId,
      kind: 'replace',
      clauseId: 'c_3',
      otherClauseId: null,
      replacesId: proposalId,
    }),
  'consent to lifting a bracket': (documentId, { bracketId }) =>
    consentToLifting(...by('indonesia'), { documentId, bracketId, alternative: 1 }),
  'lifting a bracket': (documentId, { bracketId }) =>
    liftBracket(...by('chair'), { documentId, bracketId, alternative: 0, reason: 'Nobody objected.' }),
  'choices of an import': (documentId, { importId }) =>
    decideImport(...by('chair'), { documentId, id: importId, take: [], leave: [], sweep: null }),
  'dropping an import': (documentId, { importId }) =>
    dropImport(...by('chair'), { documentId, id: importId }),
  '(Outline #13331: a nested import goes into a collection that was not authorised) an import': (
    documentId,
    { importId },
  ) => importText(...by('chair'), { documentId, id: importId, take: 'all', comments: false }),
};

const NO_OTHER = /^(PO1|CO6|NP11|NP25|NP34|BR\d+|IM18)$/;

describe('(Outline CVE-2026-43890: authorises one id of a request, acts on the other)', () => {
  test.each(Object.keys(ACTS))('PO1 %s', async (name) => {
    const act = ACTS[name] as Act;
    const before = storedRows(world);
    // Both may be read and written by whoever asks; then the other body's.
    expect(ruleOf(await act(here.documentId, there))).toMatch(NO_OTHER);
    expect(ruleOf(await act(there.documentId, here))).toMatch(NO_OTHER);
    expect(storedRows(world)).toEqual(before);
    world.raw("UPDATE documents SET bodyId = 'body_other' WHERE id = ?", there.documentId);
    const moved = storedRows(world);
    expect(ruleOf(await act(here.documentId, there))).toMatch(NO_OTHER);
    expect(ruleOf(await act(there.documentId, here))).toBe('PO1');
    expect(ruleOf(await act(there.documentId, there))).toBe('PO1');
    expect(storedRows(world)).toEqual(moved);
    // The test can fail: where both ids are of one document it is done, or refused for another reason.
    expect(ruleOf(await act(here.documentId, here))).toMatch(/^(accepted|CO8|BR11|BR12)$/);
  });

  test('PO1 (Outline #13331) a file for a document of another body is not even read', async () => {
    world.raw("UPDATE documents SET bodyId = 'body_other' WHERE id = ?", there.documentId);
    const file = { documentId: there.documentId, fileName: 'a.txt', bytes: Buffer.from('x') };
    const look = vi.spyOn(world.runtime.imports, 'look');
    expect(ruleOf(await readImport(...by('chair'), file))).toBe('PO1');
    expect(ruleOf(await getImport(...by('chair'), there.documentId))).toBe('PO1');
    expect(look).not.toHaveBeenCalled();
  });
});
