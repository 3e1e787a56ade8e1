import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CLOSE } from '@/domain/wire/protocol';
import {
  endingOf,
  hasUnsavedWork,
  INITIAL_STATUS,
  mayType,
  type SyncEvent,
  type SyncStatus,
  saveState,
  syncStatus,
} from './sync-status';

function statusOf(...events: SyncEvent[]): SyncStatus {
  return events.reduce(syncStatus, INITIAL_STATUS);
}

const CONNECTED: SyncEvent = { type: 'connected' };
const OPENED: SyncEvent = { type: 'opened' };
const EDIT: SyncEvent[] = [{ type: 'edited' }, { type: 'sent', whole: false }];
const STEP_TWO: SyncEvent = { type: 'sent', whole: true };
const LOST: SyncEvent = { type: 'disconnected' };
const OPEN_AND_SAVED: SyncEvent[] = [CONNECTED, STEP_TWO, OPENED, { type: 'acknowledged', count: 1 }];

describe('sync status', () => {
  test('nothing is saved before the text has arrived', () => {
    expect(saveState(statusOf())).toBe('opening');
    expect(saveState(statusOf(CONNECTED))).toBe('opening');
    expect(saveState(statusOf(LOST))).toBe('opening');
  });

  test('an edit is saved when the server has dealt with it, not when it was sent', () => {
    expect(saveState(statusOf(...OPEN_AND_SAVED, ...EDIT))).toBe('saving');
    expect(saveState(statusOf(...OPEN_AND_SAVED, ...EDIT, { type: 'acknowledged', count: 2 }))).toBe('saved');
    expect(saveState(statusOf(...OPEN_AND_SAVED, ...EDIT, ...EDIT, { type: 'acknowledged', count: 2 }))).toBe(
      'saving',
    );
  });

  test('an outage keeps unconfirmed work as unconfirmed, and the next connection carries it', () => {
    const offline = statusOf(...OPEN_AND_SAVED, ...EDIT, LOST);
    expect([saveState(offline), hasUnsavedWork(offline)]).toEqual(['offline', true]);
    const back = [{ type: 'connecting' }, CONNECTED] as const;
    const again = back.reduce<SyncStatus>(syncStatus, offline);
    expect(saveState(again)).toBe('saving');
    const carried = syncStatus(again, STEP_TWO);
    expect(saveState(carried)).toBe('saving');
    expect(saveState(syncStatus(carried, { type: 'acknowledged', count: 1 }))).toBe('saved');
  });

  test('what is typed while offline is owed until step 2 is acknowledged', () => {
    const offline = statusOf(...OPEN_AND_SAVED, LOST, { type: 'edited' });
    expect([saveState(offline), hasUnsavedWork(offline)]).toEqual(['offline', true]);
  });

  test('joining owes nothing where nothing of one’s own was waiting, so a reader is never warned', () => {
    const joined = statusOf(CONNECTED, STEP_TWO, OPENED);
    expect([saveState(joined), hasUnsavedWork(joined)]).toEqual(['saved', false]);
    const typed = statusOf(CONNECTED, STEP_TWO, OPENED, ...EDIT, { type: 'acknowledged', count: 1 });
    expect(saveState(typed)).toBe('saving');
  });

  test('BO16 whether words are kept on the device is known by the copy alone, not guessed', () => {
    const kept = statusOf(...OPEN_AND_SAVED, { type: 'copy', kept: true });
    expect([statusOf(...OPEN_AND_SAVED).kept, kept.kept]).toEqual([false, true]);
    expect(syncStatus(kept, { type: 'copy', kept: false }).kept).toBe(false);
    expect(syncStatus(kept, { type: 'copy', kept: true })).toBe(kept);
    expect(syncStatus(kept, LOST).kept).toBe(true);
  });

  test('an outage without own work is offline too, but owes nothing', () => {
    const offline = statusOf(...OPEN_AND_SAVED, LOST);
    expect([saveState(offline), hasUnsavedWork(offline)]).toEqual(['offline', false]);
  });

  test('a refusal is never followed by “saved”', () => {
    const refused = statusOf(...OPEN_AND_SAVED, ...EDIT, {
      type: 'refused',
      notice: { rule: 'PR5', clocks: [] },
    });
    expect(saveState(syncStatus(refused, { type: 'acknowledged', count: 2 }))).toBe('notSaved');
    expect(endingOf(refused)).toBe('refused');
  });

  test('a full disk is “not saved” until the server has asked for everything again and dealt with it', () => {
    const full: SyncEvent = { type: 'refused', notice: { rule: 'SY9', clocks: [] } };
    const gap: SyncEvent = { type: 'refused', notice: { rule: 'SY5', clocks: [] } };
    const stalled = statusOf(
      ...OPEN_AND_SAVED,
      ...EDIT,
      full,
      { type: 'acknowledged', count: 2 },
      ...EDIT,
      gap,
    );
    expect([saveState(stalled), hasUnsavedWork(stalled), endingOf(stalled)]).toEqual([
      'notSaved',
      true,
      null,
    ]);
    // A letter taken away that was never stored.
    const away: SyncEvent = { type: 'refused', notice: { rule: 'SY8', clocks: [] } };
    expect(endingOf([...EDIT, away].reduce(syncStatus, stalled))).toBeNull();
    const asked = [{ type: 'acknowledged', count: 3 } as const, STEP_TWO].reduce(syncStatus, stalled);
    expect(saveState(asked)).toBe('notSaved');
    expect(saveState(syncStatus(asked, { type: 'acknowledged', count: 4 }))).toBe('saved');
  });

  describe('a mass deletion', () => {
    const held: SyncEvent = {
      type: 'refused',
      notice: { rule: 'SY21', clocks: [], detail: { token: 'abc', words: 900 } },
    };
    const gap: SyncEvent = { type: 'refused', notice: { rule: 'SY5', clocks: [] } };
    const asked = statusOf(...OPEN_AND_SAVED, ...EDIT, held, { type: 'acknowledged', count: 2 });

    test('waits for one’s word: not saved, not lost, no typing meanwhile', () => {
      expect([saveState(asked), hasUnsavedWork(asked), endingOf(asked)]).toEqual(['notSaved', true, null]);
      expect(asked.held?.notice.detail?.token).toBe('abc');
      expect(mayType(asked, true)).toBe(false);
      const built = [...EDIT, gap].reduce(syncStatus, asked);
      expect([built.refusal, built.held]).toEqual([null, asked.held]);
    });

    test('is saving once confirmed, and saved when the answer that carries it was dealt with', () => {
      const confirmed = syncStatus(asked, { type: 'confirmed' });
      expect([saveState(confirmed), mayType(confirmed, true)]).toEqual(['saving', true]);
      const carried = syncStatus(confirmed, STEP_TWO);
      expect(saveState(carried)).toBe('saving');
      const done = syncStatus(carried, { type: 'acknowledged', count: 3 });
      expect([saveState(done), done.held]).toEqual(['saved', null]);
    });

    test('is asked about anew when the connection was lost, or when the word came too late', () => {
      expect(statusOf(...OPEN_AND_SAVED, ...EDIT, held, LOST)).toMatchObject({ held: null, unsent: true });
      const late = [{ type: 'confirmed' } as const, STEP_TWO, held].reduce(syncStatus, asked);
      expect(late.held?.isConfirmed).toBe(false);
    });

    test('that is taken back ends like any refused edit', () => {
      const withdrawn = syncStatus(asked, { type: 'withdrawn' });
      expect([endingOf(withdrawn), withdrawn.refusal?.rule]).toEqual(['refused', 'SY21']);
    });
  });

  test('a final close with owed work is “not saved”, without it the saved text stays saved', () => {
    const close: SyncEvent = { type: 'closed', code: CLOSE.frozen };
    expect(saveState(statusOf(...OPEN_AND_SAVED, close))).toBe('saved');
    expect(saveState(statusOf(...OPEN_AND_SAVED, ...EDIT, LOST, close))).toBe('notSaved');
    expect(endingOf(statusOf(...OPEN_AND_SAVED, close))).toBe('frozen');
  });

  test('typing needs an opened text, a right, and no ending', () => {
    const room = { state: 'draft', why: null, pensDown: false, keepsCopies: true, position: 1 };
    expect(mayType(statusOf(CONNECTED), true)).toBe(false);
    expect(mayType(statusOf(...OPEN_AND_SAVED), true)).toBe(true);
    expect(
      mayType(statusOf(...OPEN_AND_SAVED, { type: 'room', room: { ...room, mayEdit: false } }), true),
    ).toBe(false);
    expect(
      mayType(statusOf(...OPEN_AND_SAVED, { type: 'room', room: { ...room, mayEdit: true } }), false),
    ).toBe(true);
    expect(mayType(statusOf(...OPEN_AND_SAVED, { type: 'closed', code: CLOSE.gone }), true)).toBe(false);
  });

  test('“saved” is only ever said when each own edit was dealt with on the connection that carried it last', () => {
    const step = fc.constantFrom('edit', 'ack', 'lose', 'join');
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        let status = statusOf(...OPEN_AND_SAVED);
        let sent = 1;
        let owed = 0;
        for (const next of steps) {
          const open = status.connection === 'open';
          if (next === 'edit') {
            status = (open ? EDIT : EDIT.slice(0, 1)).reduce(syncStatus, status);
            if (open) sent += 1;
            owed += 1;
          } else if (next === 'ack' && open) {
            status = syncStatus(status, { type: 'acknowledged', count: sent });
            owed = 0;
          } else if (next === 'lose' && open) {
            status = syncStatus(status, LOST);
          } else if (next === 'join' && !open) {
            status = [CONNECTED, STEP_TWO].reduce(syncStatus, status);
            sent = 1;
          }
          if (saveState(status) === 'saved') expect(owed).toBe(0);
          if (owed > 0) expect(hasUnsavedWork(status)).toBe(true);
        }
      }),
      { seed: 20 },
    );
  });
});
