import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { translator } from '@/messages/translate';
import { version } from './fixtures/versions';
import { defaultBase, historyOf, versionBefore } from './history';
import { versionCitation, versionTitle } from './version-line';

const revision = (number: number, n: number) => version(number, { kind: 'revision', revision: n });
const named = (number: number, name: string) => version(number, { kind: 'named', name });

/** "7 [6 5] 4": numbers of versions, runs of folded checkpoints in brackets. */
function sketch(versions: Parameters<typeof historyOf>[0]): string {
  return historyOf(versions)
    .map((line) =>
      line.kind === 'version'
        ? String(line.version.number)
        : `[${line.versions.map((entry) => entry.number).join(' ')}]`,
    )
    .join(' ');
}

describe('the history', () => {
  test('folds runs of checkpoints between named and issued versions, newest first', () => {
    const versions = [
      version(1),
      version(2),
      named(3, 'First reading'),
      version(4),
      version(5),
      revision(6, 1),
    ];
    expect(sketch(versions)).toBe('6 [5 4] 3 [2 1]');
  });

  test('a lone checkpoint is shown, and so is the newest version whatever it is', () => {
    expect(sketch([named(1, 'a'), version(2), revision(3, 1), version(4), version(5), version(6)])).toBe(
      '6 [5 4] 3 2 1',
    );
    expect(sketch([version(1), version(2), version(3)])).toBe('3 [2 1]');
    expect(sketch([])).toBe('');
  });

  test('folding loses no version', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean()), (checkpoints) => {
        const versions = checkpoints.map((is, at) => (is ? version(at + 1) : revision(at + 1, at + 1)));
        const shown = historyOf(versions).flatMap((line) =>
          line.kind === 'version' ? [line.version.number] : line.versions.map((entry) => entry.number),
        );
        expect(shown).toEqual(versions.map((entry) => entry.number).reverse());
      }),
      { seed: 20 },
    );
  });

  test('the version before is the next lower number', () => {
    const versions = [version(1), version(4), version(2)];
    expect(versionBefore(versions, version(4))?.number).toBe(2);
    expect(versionBefore(versions, version(1))).toBe(null);
  });

  test('nobody chose: the last revision, else the last named version, else the last of all', () => {
    expect(defaultBase([version(1), revision(2, 1), named(3, 'a'), version(4)])?.number).toBe(2);
    expect(defaultBase([version(1), named(2, 'a'), version(3)])?.number).toBe(2);
    expect(defaultBase([version(1), version(2)])?.number).toBe(2);
    expect(defaultBase([])).toBe(null);
  });

  test('of an adopted text: what stood before the adoption, not the same letters again', () => {
    const adopted = version(4, { kind: 'adopted', revision: 2, hash: 'final' });
    const versions = [revision(2, 1), version(3, { kind: 'revision', revision: 2, hash: 'final' }), adopted];
    expect(defaultBase(versions)?.number).toBe(2);
    expect(defaultBase([adopted])?.number).toBe(4);
  });
});

describe('what a version is called', () => {
  const t = translator('en', 'versions');
  test('by its revision, its name, or what it is', () => {
    expect(versionTitle('now', t)).toBe('Text as it stands');
    expect(versionTitle(revision(2, 1), t)).toBe('Rev.1');
    expect(versionTitle({ ...revision(2, 1), name: 'Chair’s text' }, t)).toBe('Rev.1: Chair’s text');
    expect(versionTitle(named(3, 'After the first reading'), t)).toBe('After the first reading');
    expect(versionTitle(version(4), t)).toBe('Checkpoint');
    expect(versionTitle(version(4, { kind: 'restored', name: 'Rev.1' }), t)).toBe('Restored from Rev.1');
    expect(versionTitle(version(5, { kind: 'adopted', revision: 4 }), t)).toBe('Adopted text, Rev.4');
    expect(versionCitation(revision(7, 2), t)).toBe('Rev.2 (version 7)');
  });

  test('in Thai too', () => {
    expect(versionCitation(version(4), translator('th', 'versions'))).toBe('จุดบันทึก (ฉบับที่ 4)');
  });
});
