import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { clausesOf } from '../domain/text/clauses';
import type { DocumentJson } from '../domain/text/document-json';
import { createHistoryService, type HistoryServiceOptions } from './history-service';
import { draftStatement } from './tests/adopted';
import { accepted } from './tests/outcome';
import { createWorld, type Person, textOf, type World } from './tests/world';
import { standingText } from './use-cases/standing-text';
import { writeText } from './use-cases/write-text';

let world: World;
let documentId: string;
let clauseId: string;
const services: { stop(): Promise<void> }[] = [];

beforeEach(async () => {
  world = createWorld();
  documentId = await draftStatement(world, textOf(['title', 'Statement'], ['operative', 'AGREE to meet.']));
  clauseId = clausesOf(standing())[1]?.id ?? '';
});
afterEach(async () => {
  await Promise.all(services.splice(0).map((service) => service.stop()));
  world.close();
});

const standing = () => JSON.parse(standingText(world.db, documentId).canonical) as DocumentJson;

function service(options?: HistoryServiceOptions) {
  const created = createHistoryService(world.db, options);
  services.push(created);
  return created;
}

async function write(person: Person, words: string): Promise<void> {
  world.clock.advance(700);
  const text = textOf(['title', 'Statement'], ['operative', words]);
  accepted(await writeText(world.runtime, world.actor(person), { documentId, text }));
}

const question = () => ({
  documentId,
  clauseId,
  before: null,
  houseStyle: 'declaration' as const,
  hasPredecessor: false,
});

describe('the history service', () => {
  test('LE14 a worker says what is said without one, and goes on from what it holds', async () => {
    await write('indonesia', 'AGREE to meet every year.');
    const there = service();
    expect(await there.history(question())).toEqual(await service({ inline: true }).history(question()));
    await write('philippines', 'AGREE to meet each and every year.');
    // The first row cannot be read any more: whoever entered it again would fail.
    const [row] = [Buffer.from([9, 9, 9])];
    world.raw('DROP TRIGGER document_updates_no_update');
    world.raw('UPDATE document_updates SET bytes = ? WHERE position = 1', row);
    const gone = await there.history(question());
    expect(gone?.steps.map(({ hands }) => hands[0]?.delegation)).toEqual(['PH', 'ID', '']);
    await expect(service({ inline: true }).history(question())).rejects.toThrow();
  });

  test('LE14 a question that fails harms no other; a stopped service answers none', async () => {
    const here = service();
    const unknown = here.history({ ...question(), documentId: 'doc_none' });
    const known = here.history(question());
    expect(await unknown).toBeNull();
    expect((await known)?.total).toBe(1);
    await here.stop();
    await expect(here.history(question())).rejects.toThrow('stopped');
  });
});
