import { describe, expect, test } from 'vitest';
import { carry } from './carry';
import type { Passage } from './passage';

function passage(text: string, over: Partial<Passage> = {}): Passage {
  return {
    text,
    clause: null,
    block: 0,
    whole: false,
    part: false,
    mixed: false,
    note: false,
    before: '',
    after: '',
    gone: 'now',
    ...over,
  };
}

/** What is carried, as "text of the passage that came ← number of the one that went". */
function carried(targets: readonly Passage[], sources: readonly Passage[]): string[] {
  return carry(targets, sources).links.map(({ target, targetAt, source, sourceAt, length }) => {
    const [to, from] = [targets[target]?.text ?? '', sources[source]?.text ?? ''];
    expect(from.slice(sourceAt, sourceAt + length)).toBe(to.slice(targetAt, targetAt + length));
    return `${to.slice(targetAt, targetAt + length)} ← ${source}`;
  });
}

/** The words of which nobody is named. */
function unnamed(targets: readonly Passage[], sources: readonly Passage[]): string[] {
  return carry(targets, sources).doubtful.map(
    ({ target, at, length }) => targets[target]?.text.slice(at, at + length) ?? '',
  );
}

describe('clauses that footnotes part', () => {
  const part = (text: string, block: number, over: Partial<Passage> = {}) =>
    passage(text, { clause: 'c', block, part: true, mixed: true, ...over });
  const run = (text: string, over: Partial<Passage> = {}) =>
    passage(text, { clause: 'c', mixed: true, ...over });

  test('LE4 a part that goes with its footnote stands at the edge of the part before it', () => {
    // Neither the part in the midst, all of which the words around it know, nor anything else is mistaken for it.
    const targets = [run('qsqnj', { before: 'rv vx' })];
    const sources = [
      run('jinsw', { before: 'rv vx', after: 'adxadqsqnj' }),
      part('a', 2, { before: 'rv vxjinsw', after: 'dxadqsqnj' }),
      part('dx', 3, { before: 'rv vxjinswa', after: 'adqsqnj' }),
      part('adqsqnj', 4, { before: 'rv vxjinswadx' }),
    ];
    expect(carried(targets, sources)).toEqual(['qsqnj ← 3']);
  });

  test('LE15 of a run that an editor joined of two parts nobody is named; of new words their writer', () => {
    const sources = [part('wxjiki', 2), run('bgdddgg no')];
    expect(unnamed([run('kibgdd')], sources)).toEqual(['kibgdd']);
    expect(unnamed([run('kibgdd', { mixed: false })], [run('wxjiki'), run('bgdddgg no')])).toEqual([]);
    expect(unnamed([run('treasury')], sources)).toEqual([]);
  });

  test('LE15 of the last letters of a part put anew, against which words were pasted, nobody is named', () => {
    const sources = [part('agree to meet every year uq', 1)];
    expect(unnamed([run('agree to meet every year treasuruq')], sources)).toEqual(['uq']);
    expect(unnamed([run('agree to meet every year treasury')], sources)).toEqual([]);
  });

  test('LE15 of a clause put anew from pieces that stood in it nobody is named; of another clause, its writer', () => {
    const whole = passage('cghf', { clause: 'c', whole: true });
    const pieces = (clause: string) => [
      passage('cgneacf', { clause, whole: true, gone: 'elsewhere' }),
      passage('hf', { clause, gone: 'earlier' }),
    ];
    expect(unnamed([whole], pieces('c'))).toEqual(['cghf']);
    expect(unnamed([whole], pieces('d'))).toEqual([]);
  });

  test('LE11 words of a footnote are carried as a whole, or as a phrase, and never by an edge of the line', () => {
    const note = (text: string, over: Partial<Passage> = {}) =>
      passage(text, { clause: 'c', whole: true, note: true, ...over });
    const line = passage('Ibid.', { clause: 'c', block: 1, whole: true });
    expect(carried([note('Ibid.')], [line, passage('and', { block: 4 })])).toEqual([]);
    expect(carried([note('Ibid.')], [line, note('Ibid.', { block: 2 })])).toEqual(['Ibid. ← 1']);
    expect(
      carried([note('See the annex of May')], [passage('as in the annex of May', { block: 3 })]),
    ).toEqual([' the annex of May ← 0']);
  });
});

describe('words that stand elsewhere by now and come again', () => {
  const elsewhere = passage('to meet every year', { clause: 'c_1', gone: 'elsewhere' });

  test('LE15 in the clause they were taken from nobody is named, by undo or by pasting twice', () => {
    expect(unnamed([passage('every year', { clause: 'c_1' })], [elsewhere])).toEqual(['every year']);
    const item = { clause: null, whole: true };
    expect(unnamed([passage('pjmk', item)], [passage('pjmk', { ...item, gone: 'elsewhere' })])).toEqual([
      'pjmk',
    ]);
  });

  test('LE3 in another clause, or few letters that are alike by chance, they are written', () => {
    expect(unnamed([passage('every year', { clause: 'c_2' })], [elsewhere])).toEqual([]);
    expect(unnamed([passage('every', { clause: 'c_1' })], [elsewhere])).toEqual([]);
  });
});

describe('words that were carried', () => {
  test('LE4 a whole passage, however short, where it went in the same edit', () => {
    expect(carried([passage('ta', { block: 1, whole: true })], [passage('ta')])).toEqual(['ta ← 0']);
  });

  test('LE4 of equal passages, that of the same clause', () => {
    const [one, two] = [
      { clause: 'c_1', whole: true, block: 0 },
      { clause: 'c_2', whole: true, block: 1 },
    ];
    expect(
      carried(
        [passage('[Agreed]', two), passage('[Agreed]', one)],
        [passage('[Agreed]', one), passage('[Agreed]', two)],
      ),
    ).toEqual(['[Agreed] ← 1', '[Agreed] ← 0']);
  });

  test('LE4 a clause put anew and edited, word by word', () => {
    const clause = { clause: 'c_1', whole: true };
    expect(carried([passage('TASK all the heads', clause)], [passage('TASK the heads', clause)])).toEqual([
      'TASK  ← 0',
      'the heads ← 0',
    ]);
  });

  test('LE4 the end of a clause at the end of another, a common full stop or not', () => {
    const joined = passage('xit', { before: 'officials', after: '.' });
    expect(carried([joined], [passage('NOTE it.', { block: 1, whole: true })])).toEqual(['it ← 0']);
  });

  test('LE4 two clauses that merely end alike share nothing', () => {
    expect(
      carried(
        [passage('We met.', { whole: true, clause: 'c_1' })],
        [passage('They met.', { block: 1, whole: true, clause: 'c_2' })],
      ),
    ).toEqual([]);
  });

  test('LE4 equal runs of two whole words and eight characters; what is shorter, or one long word, is written', () => {
    const went = passage('to meet every year in the capital');
    expect(carried([passage('and so every year it is')], [went])).toEqual([' every year  ← 0']);
    expect(carried([passage('each year')], [went])).toEqual([]);
    expect(carried([passage('the Secretariat may')], [passage('no Secretariat of')])).toEqual([]);
    expect(carried([passage('แผนงานของอาเซียน')], [passage('ร่างแผนงานของอาเซียนใหม่')])).toHaveLength(1);
  });

  test('LE4 all that came made of all the letters that went: carried to the last', () => {
    expect(carried([passage('beta alpha')], [passage('alpha beta')])).toEqual([
      'beta ← 0',
      'alpha ← 0',
      '  ← 0',
    ]);
  });

  test('LE4 what went is carried once', () => {
    const words = 'every year in the capital';
    expect(
      carried([passage(words), passage(words, { block: 1 })], [passage(words, { gone: 'earlier' })]),
    ).toEqual([`${words} ← 0`]);
  });

  test('LE4 of an earlier edit a run of three and more as a whole, or what fills its own clause', () => {
    const earlier = { gone: 'earlier' } as const;
    expect(carried([passage('so')], [passage('so', earlier)])).toEqual([]);
    expect(carried([passage('and')], [passage('and', earlier)])).toEqual(['and ← 0']);
    const clause = { clause: 'c_1', whole: true };
    expect(
      carried(
        [passage('so be it and so on', clause)],
        [passage('so', { ...earlier, clause: 'c_1' }), passage(' be it and so on', earlier)],
      ),
    ).toEqual([' be it and so on ← 1', 'so ← 0']);
  });

  test('LE3 what stands elsewhere is copied, unless an undo sets up its very clause again', () => {
    const elsewhere = passage('AGREE to meet every year.', { gone: 'elsewhere', clause: 'c_1', whole: true });
    expect(
      carried([passage('AGREE to meet every year.', { clause: 'c_2', whole: true })], [elsewhere]),
    ).toEqual([]);
    expect(
      carried([passage('AGREE to meet every year.', { clause: 'c_1', whole: true })], [elsewhere]),
    ).toEqual(['AGREE to meet every year. ← 0']);
  });

  test('LE4 what is known already is left alone', () => {
    const known = [{ target: 0, targetAt: 0, source: 1, sourceAt: 0, length: 4 }];
    expect(carry([passage('same')], [passage('same'), passage('same')], known).links).toEqual(known);
  });

  test('LE9 the work is bounded: repetitions, and many passages', () => {
    const start = performance.now();
    const many = Array.from({ length: 1500 }, (_, block) =>
      passage('[Agreed ad referendum]', { block, whole: true }),
    );
    expect(carry(many, many).links).toHaveLength(1500);
    carry([passage('ab'.repeat(50_000))], [passage('ba'.repeat(50_000))]);
    carry([passage('a'.repeat(20_000))], [passage('aaaaaaab'.repeat(2500))]);
    expect(performance.now() - start).toBeLessThan(5000);
  });
});
