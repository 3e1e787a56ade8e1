import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { refreshSearchIndex } from '../../jobs/search-index';
import { exportText } from '../../queries/export-text';
import { getProposal, proposalsFor } from '../../queries/proposals';
import { search } from '../../queries/search';
import { compareVersions } from '../../queries/versions';
import { insertDraft } from '../../sync/tests/sync-world';
import { beginProposal } from '../../use-cases/begin-proposal';
import { moveState } from '../../use-cases/move-state';
import { takeVersion } from '../../use-cases/take-version';
import { writeText } from '../../use-cases/write-text';
import { draftStatement } from '../adopted';
import { accepted, ruleOf } from '../outcome';
import { BODY, createWorld, textOf, type World } from '../world';
import { READS } from './reads';

let world: World;
let documentId: string;
beforeEach(async () => {
  world = createWorld();
  documentId = await draftStatement(world);
  accepted(
    await takeVersion(world.runtime, world.actor('chair'), { documentId, kind: 'named', name: 'One' }),
  );
});
afterEach(() => world.close());

const NAMES = Object.keys(READS);
const read = async (name: string, person: Parameters<World['actor']>[0], id: string) =>
  (await READS[name]?.(world.runtime, world.actor(person), id)) ?? { ok: true, value: 'no such read' };

describe('ids of what one may not read', () => {
  test.each(NAMES)(
    'PO1 (Etherpad 1.8.17: CHANGESET_REQ reads any pad; CVE-2018-9325: pad data leak) %s of another body, or too early, is answered as if it did not exist',
    async (name) => {
      const nothing = await read(name, 'stranger', 'doc_nothing');
      expect(ruleOf(nothing as never)).toBe('PO1');
      expect(await read(name, 'stranger', documentId)).toEqual(nothing);
      expect(await read(name, 'observer', documentId)).toEqual(nothing);
    },
  );

  test('PO1 (Etherpad CVE-2018-9325: an export of "*" is of all pads) a pattern is the id of nothing, whoever asks', async () => {
    const patterns = ['*', '%', 'doc\\_%', '_'.repeat(documentId.length), `${documentId}*`, '', ' ', '.'];
    const odd = [`${documentId}/..`, `${documentId}\0`, `${documentId} `, documentId.toUpperCase()];
    for (const name of NAMES) {
      for (const id of [...patterns, ...odd]) {
        expect([name, id, ruleOf((await read(name, 'chair', id)) as never)]).toEqual([name, id, 'PO1']);
      }
    }
  });

  test('PO1 (Etherpad CVE-2015-2298: an export of "a" is also of "ab") a text whose id begins alike is another', async () => {
    for (const [id, words] of [
      ['doc_a', 'Words of the one.'],
      ['doc_ab', 'Secrets of the other.'],
    ] as const) {
      insertDraft(world, id, BODY);
      const text = textOf(['title', words], ['operative', words]);
      accepted(await writeText(world.runtime, world.actor('chair'), { documentId: id, text }));
    }
    for (const name of NAMES) {
      const answer = JSON.stringify(await read(name, 'chair', 'doc_a'), plain);
      expect([name, answer.includes('Secrets'), answer.includes('doc_ab')]).toEqual([name, false, false]);
      expect([name, ruleOf((await read(name, 'chair', 'doc_')) as never)]).toEqual([name, 'PO1']);
    }
    world.clock.advance(3600);
    await refreshSearchIndex(world.runtime);
    const found = await search(world.runtime, world.actor('stranger'), 'Secrets', { limit: 9 });
    expect(found.found).toEqual([]);
  });

  test('PO1 (Outline CVE-2026-43890: the other id of a request) nobody compares with a text they may not read', async () => {
    insertDraft(world, 'doc_theirs', 'body_other');
    for (const [person, own, other] of [
      ['chair', documentId, 'doc_theirs'],
      ['stranger', 'doc_theirs', documentId],
    ] as const) {
      const asked = { documentId: own, fromDocument: other, from: 'now', to: 'now' } as const;
      expect(ruleOf(await compareVersions(world.runtime, world.actor(person), asked))).toBe('PO1');
    }
  });

  test('NP17 (Etherpad 1.8.15: an export names the id that writes) no file of a text names a room in which its reader could not be', async () => {
    const negotiated = { documentId, step: 'openNegotiation' } as const;
    accepted(await moveState(world.runtime, world.actor('chair'), negotiated));
    const place = { documentId, kind: 'replace', clauseId: 'c_3', otherClauseId: null } as const;
    const { proposalId } = accepted(await beginProposal(world.runtime, world.actor('indonesia'), place));
    for (const name of NAMES) {
      const answer = JSON.stringify(await read(name, 'reviewer', documentId), plain);
      expect([name, answer.includes(proposalId)]).toEqual([name, false]);
    }
    expect(ruleOf(await getProposal(world.runtime, world.actor('reviewer'), proposalId))).toBe('PO1');
    const own = accepted(await proposalsFor(world.runtime, world.actor('indonesia'), documentId));
    expect(own.map(({ id }) => id)).toEqual([proposalId]);
  });
});

/** Bytes as what they hold, so that words in them are found. */
function plain(_key: string, value: unknown): unknown {
  return value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value;
}

test('a file of the text itself holds its words, so that the tests above can fail', async () => {
  const asked = { documentId, number: 'now', format: 'html' } as const;
  const file = accepted(await exportText(world.runtime, world.actor('reviewer'), asked));
  expect(file.content).toContain('civil service');
});
