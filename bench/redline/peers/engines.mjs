import { recreateTransform } from '@fellow/prosemirror-recreate-transform';
import { diffWords, diffWordsWithSpace } from 'diff';
import DiffMatchPatch from 'diff-match-patch';
import { diff as myersDiff } from 'fast-myers-diff';
import htmldiffJs from 'htmldiff-js';
import nodeHtmldiff from 'node-htmldiff';
import { ChangeSet, simplifyChanges } from 'prosemirror-changeset';
import { Schema } from 'prosemirror-model';
import { StepMap } from 'prosemirror-transform';

/**
 * The peers, each called as its own documentation calls it, with no limit on its time. `compare` is what is
 * measured; `runs` reads its answer as [op, text] pairs with "=", "-" and "+", afterwards. `isExact` is given by
 * those that can say whether their answer makes the new text.
 */
export const ENGINES = {
  'jsdiff, words': {
    form: 'text',
    compare: (old, fresh) =>
      isThai(old)
        ? diffWords(old, fresh, { intlSegmenter: new Intl.Segmenter('th', { granularity: 'word' }) })
        : diffWordsWithSpace(old, fresh),
    runs: (parts) => parts.map(({ added, removed, value }) => [added ? '+' : removed ? '-' : '=', value]),
  },
  'diff-match-patch, characters': {
    form: 'text',
    compare: (old, fresh) => semantic(old, fresh),
    runs: (diffs) => diffs.map(([op, text]) => [SIGNS[op + 1], text]),
  },
  'diff-match-patch, words': {
    form: 'text',
    compare: (old, fresh) => {
      const words = new Words();
      const diffs = semantic(words.asCharacters(old), words.asCharacters(fresh));
      return diffs.map(([op, characters]) => [op, words.asText(characters)]);
    },
    runs: (diffs) => diffs.map(([op, text]) => [SIGNS[op + 1], text]),
  },
  'fast-myers-diff, words': {
    form: 'text',
    compare: (old, fresh) => {
      const ids = new Map();
      const numbers = (words) =>
        Uint32Array.from(words, (word) => {
          if (!ids.has(word)) ids.set(word, ids.size);
          return ids.get(word);
        });
      const [a, b] = [cut(old), cut(fresh)];
      return { a, b, changes: [...myersDiff(numbers(a), numbers(b))] };
    },
    runs: ({ a, b, changes }) => {
      const runs = [];
      let at = 0;
      for (const [oldFrom, oldTo, newFrom, newTo] of changes) {
        runs.push(['=', a.slice(at, oldFrom).join('')]);
        runs.push(['-', a.slice(oldFrom, oldTo).join('')]);
        runs.push(['+', b.slice(newFrom, newTo).join('')]);
        at = oldTo;
      }
      return [...runs, ['=', a.slice(at).join('')]];
    },
  },
  'htmldiff-js': {
    form: 'html',
    showsStructure: true,
    compare: (old, fresh) => htmldiffJs.default.execute(old, fresh),
    runs: readHtml,
  },
  'node-htmldiff': {
    form: 'html',
    showsStructure: true,
    compare: (old, fresh) => nodeHtmldiff(old, fresh),
    runs: readHtml,
  },
  'recreate-steps, changeset': {
    form: 'document',
    showsStructure: true,
    compare: (old, fresh) => {
      const [a, b] = [schema().nodeFromJSON(old), schema().nodeFromJSON(fresh)];
      const transform = recreateTransform(a, b, { complexSteps: true, wordDiffs: true, simplifyDiff: true });
      const set = ChangeSet.create(a).addSteps(transform.doc, transform.mapping.maps, 0);
      return { a, b: transform.doc, fresh, changes: simplifyChanges(set.changes, transform.doc) };
    },
    runs: readChanges,
    isExact: ({ b, fresh }) => b.eq(b.type.schema.nodeFromJSON(fresh)),
  },
  'changeset, one step': {
    form: 'document',
    showsStructure: true,
    compare: (old, fresh) => {
      const [a, b] = [schema().nodeFromJSON(old), schema().nodeFromJSON(fresh)];
      const whole = new StepMap([0, a.content.size, b.content.size]);
      return { a, b, changes: simplifyChanges(ChangeSet.create(a).addSteps(b, [whole], 0).changes, b) };
    },
    runs: readChanges,
    isExact: () => true,
  },
};

const SIGNS = ['-', '=', '+'];

function semantic(old, fresh) {
  const engine = new DiffMatchPatch();
  engine.Diff_Timeout = 0;
  const diffs = engine.diff_main(old, fresh);
  engine.diff_cleanupSemantic(diffs);
  return diffs;
}

/** Each word as one character, as diff-match-patch itself does it with lines. */
class Words {
  known = [];
  characters = new Map();

  asCharacters(text) {
    return cut(text)
      .map((word) => {
        const known = this.characters.get(word);
        if (known !== undefined) return known;
        // Surrogates are left out: half of one is no character.
        const code = this.known.length < 0xd800 ? this.known.length : this.known.length + 0x800;
        if (code > 0xffff) throw new Error('more different words than there are characters');
        const character = String.fromCharCode(code);
        this.known.push(word);
        this.characters.set(word, character);
        return character;
      })
      .join('');
  }

  asText(characters) {
    return [...characters]
      .map((character) => {
        const code = character.charCodeAt(0);
        return this.known[code < 0xd800 ? code : code - 0x800];
      })
      .join('');
  }
}

function isThai(text) {
  return /[\u0E00-\u0E7F]/.test(text);
}

function cut(text) {
  if (isThai(text)) {
    const segmenter = new Intl.Segmenter('th', { granularity: 'word' });
    // Line by line: over one long string the segmenter is slower by far.
    return text
      .split(/(?<=\n)/)
      .flatMap((line) => Array.from(segmenter.segment(line), ({ segment }) => segment));
  }
  return text.match(/[\p{L}\p{N}\p{M}'’-]+|\s+|./gsu) ?? [];
}

let known = null;
function schema() {
  known ??= new Schema({
    nodes: {
      doc: { content: 'paragraph*' },
      paragraph: { content: 'text*', attrs: { id: { default: null } } },
      text: {},
    },
  });
  return known;
}

function readHtml(html) {
  const runs = [];
  let [inserted, deleted] = [0, 0];
  for (const [tag, name, text] of html.matchAll(/<(\/?\w+)[^>]*>|([^<]+)/g)) {
    if (name === 'ins') inserted += 1;
    else if (name === '/ins') inserted -= 1;
    else if (name === 'del') deleted += 1;
    else if (name === '/del') deleted -= 1;
    else {
      const op = inserted > 0 ? '+' : deleted > 0 ? '-' : '=';
      if (name === '/p') runs.push([op, '\n']);
      else if (name === undefined) runs.push([op, unescaped(text ?? tag)]);
    }
  }
  return runs;
}

function unescaped(text) {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

function readChanges({ a, b, changes }) {
  const runs = [];
  let at = 0;
  for (const { fromA, toA, fromB, toB } of changes) {
    runs.push(['=', a.textBetween(at, fromA, '\n')]);
    runs.push(['-', a.textBetween(fromA, toA, '\n')]);
    runs.push(['+', b.textBetween(fromB, toB, '\n')]);
    at = toA;
  }
  return [...runs, ['=', a.textBetween(at, a.content.size, '\n')]];
}
