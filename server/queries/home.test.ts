import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { BODY, createWorld, ITEM, MEETING, type Person, textOf, type World } from '../tests/world';
import { createDocument } from '../use-cases/create-document';
import { issueRevision } from '../use-cases/issue-revision';
import { moveState } from '../use-cases/move-state';
import { setPens } from '../use-cases/set-pens';
import { writeText } from '../use-cases/write-text';
import { homeFor } from './home';

let world: World;
beforeEach(() => {
  world = createWorld();
});
afterEach(() => world.close());

async function statement(place: { meetingId?: string; agendaItemId?: string } = {}): Promise<string> {
  const created = await createDocument(world.runtime, world.actor('secretariat'), {
    bodyId: BODY,
    kind: 'statement',
    title: 'ASEAN Statement',
    meetingId: MEETING,
    agendaItemId: ITEM,
    ...place,
  });
  if (!created.ok) throw new Error(created.rule);
  return created.value.documentId;
}

async function write(person: Person, documentId: string, words: string): Promise<void> {
  world.clock.advance(60);
  const written = await writeText(world.runtime, world.actor(person), {
    documentId,
    text: textOf(['title', 'ASEAN Statement'], ['operative', words]),
  });
  if (!written.ok) throw new Error(written.rule);
}

async function tasksOf(person: Person) {
  return (await homeFor(world.runtime, world.actor(person))).tasks;
}

async function kindsOf(person: Person): Promise<string[]> {
  return (await tasksOf(person)).map((task) => task.kind);
}

describe('what awaits a person', () => {
  test('a draft of a meeting in session waits for those who may write in it, the chair presides', async () => {
    await statement();
    expect(await kindsOf('indonesia')).toEqual(['write']);
    expect(await kindsOf('secretariat')).toEqual(['write']);
    expect(await kindsOf('chair')).toEqual(['preside']);
    for (const person of ['reviewer', 'observer', 'auditor', 'administrator', 'stranger'] as const) {
      expect([person, await kindsOf(person)]).toEqual([person, []]);
    }
  });

  test('a draft of a meeting that only is planned waits for nobody yet', async () => {
    await statement({ meetingId: 'meeting_planned', agendaItemId: 'item_planned' });
    expect(await kindsOf('indonesia')).toEqual([]);
  });

  test('it says who wrote since one did oneself', async () => {
    const documentId = await statement();
    expect((await tasksOf('indonesia'))[0]?.othersSince).toBeNull();
    await write('indonesia', documentId, 'AGREE to meet;');
    expect((await tasksOf('indonesia'))[0]?.othersSince).toEqual([]);
    await write('philippines', documentId, 'AGREE to meet again;');
    await write('secretariat', documentId, 'AGREE to meet again soon;');
    expect([...((await tasksOf('indonesia'))[0]?.othersSince ?? [])].sort()).toEqual(['', 'PH']);
  });

  test('pens down awaits the chair, and nobody writes', async () => {
    const documentId = await statement();
    await setPens(world.runtime, world.actor('chair'), { documentId, down: true });
    expect(await kindsOf('chair')).toEqual(['pensDown']);
    expect(await kindsOf('indonesia')).toEqual([]);
  });

  test('a document without an agenda item awaits the secretariat', async () => {
    const created = await createDocument(world.runtime, world.actor('secretariat'), {
      bodyId: BODY,
      kind: 'paper',
      title: 'A paper',
    });
    expect(created.ok).toBe(true);
    expect(await kindsOf('secretariat')).toEqual(['place']);
    expect(await kindsOf('indonesia')).toEqual([]);
  });

  test('a reviewer compares the two newest revisions, once there are two', async () => {
    const documentId = await statement();
    await write('indonesia', documentId, 'AGREE to meet;');
    await issueRevision(world.runtime, world.actor('secretariat'), { documentId });
    expect(await kindsOf('reviewer')).toEqual([]);
    await write('philippines', documentId, 'AGREE to meet again;');
    await issueRevision(world.runtime, world.actor('secretariat'), { documentId });
    const [task] = await tasksOf('reviewer');
    expect(task?.kind).toBe('compare');
    expect(task?.revisions).toMatchObject({ fromRevision: 1, toRevision: 2 });
  });

  test('a circulated text awaits the eye of all parties, not of those who run the installation', async () => {
    const documentId = await statement();
    await write('indonesia', documentId, 'AGREE to meet;');
    const moved = await moveState(world.runtime, world.actor('secretariat'), {
      documentId,
      step: 'circulate',
    });
    expect(moved.ok).toBe(true);
    for (const person of ['indonesia', 'observer', 'reviewer'] as const) {
      expect([person, await kindsOf(person)]).toEqual([person, ['comment']]);
    }
    for (const person of ['administrator', 'auditor', 'stranger'] as const) {
      expect([person, await kindsOf(person)]).toEqual([person, []]);
    }
  });
});

describe('meetings and documents of the home page', () => {
  test('meetings in session come before those to come; the last change of a document names its hand', async () => {
    const documentId = await statement();
    await write('indonesia', documentId, 'AGREE to meet;');
    const home = await homeFor(world.runtime, world.actor('philippines'));
    expect(home.meetings.map((meeting) => meeting.status)).toEqual(['open', 'planned']);
    expect(home.documents[0]?.lastChange).toMatchObject({ name: 'Dewi Lestari', country: 'ID' });
    const stranger = await homeFor(world.runtime, world.actor('stranger'));
    expect(stranger.documents).toEqual([]);
    expect(stranger.meetings.map((meeting) => meeting.id)).toEqual(['meeting_other']);
  });
});
