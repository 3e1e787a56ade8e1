import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareTexts } from '../../domain/redline';
import { redlinePlain } from '../../domain/redline/files/as-plain';
import type { RedlineFile } from '../../domain/redline/files/file';
import { listSigns } from '../../domain/redline/files/list-signs';
import { movesApart } from '../../domain/redline/files/moves-apart';
import { visibleForm } from '../../domain/redline/invisible';
import { revisions } from '../../domain/redline/testing/arbitraries';
import {
  doc,
  footnote,
  heading,
  list,
  operative,
  paragraph,
  row,
  table,
} from '../../domain/redline/testing/texts';
import { clausesOf } from '../../domain/text/clauses';
import type { DocumentJson, NodeJson } from '../../domain/text/document-json';
import { redlineWords } from '../../messages/redline-words';

function fileOf(old: DocumentJson, fresh: DocumentJson): RedlineFile {
  return {
    redline: compareTexts(old, fresh, { houseStyle: 'declaration' }),
    from: 'old.docx',
    to: 'new.docx',
    language: 'en',
    words: redlineWords('en'),
    signs: { old: listSigns(old), new: listSigns(fresh) },
  };
}

/** Either text of a redline in plain text, by the rule that its own description gives; paragraphs without numbers. */
function textOf(plain: string, side: 'old' | 'new'): string[] {
  const [, body = ''] = plain.split(`${'='.repeat(72)}\n`);
  const blocks = body
    .replace(/(?<!\\)((?:\\\\)*)↵\n/g, '$1\ue003')
    .split('\n\n')
    .map((block) => {
      const lines = block.replace(/^\n/, '').split('\n');
      const remarks = lines.filter((line) => line.startsWith('» '));
      return {
        pair: /^» \[(\d+)\]/.exec(remarks[0] ?? '')?.[1],
        words: lines.filter((line) => !line.startsWith('» ')).join('\n'),
      };
    });
  const ordered = side === 'new' ? blocks : inOldOrder(blocks);
  const joined = ordered.map(({ words }) => `${chosen(words, side)}\n\n`).join('');
  return joined
    .replaceAll('\ue001\n\n', '')
    .split('\n\n')
    .map((words) => bare(unescaped(words)))
    .filter((words) => words.trim() !== '');
}

function inOldOrder(blocks: readonly { readonly pair: string | undefined; readonly words: string }[]) {
  const moved = new Map(
    blocks
      .filter(({ pair, words }) => pair !== undefined && words !== '')
      .map((block) => [block.pair, block]),
  );
  return blocks.flatMap((block) => {
    if (block.pair === undefined) return [block];
    return block.words === '' ? [moved.get(block.pair) ?? block] : [];
  });
}

/** Deletions and insertions made or undone; \ue001 is a border that went. */
function chosen(words: string, side: 'old' | 'new'): string {
  const [gone, kept] =
    side === 'new'
      ? [/\[-((?:\\[\s\S]|(?!-\])[\s\S])*)-\]/g, /\{\+((?:\\[\s\S]|(?!\+\})[\s\S])*)\+\}/g]
      : [/\{\+((?:\\[\s\S]|(?!\+\})[\s\S])*)\+\}/g, /\[-((?:\\[\s\S]|(?!-\])[\s\S])*)-\]/g];
  const escapes: string[] = [];
  const safe = words.replace(
    /\\([\s\S])/g,
    (_, sign: string) => `\ue002${String.fromCharCode(0xe010 + escapes.push(sign))}`,
  );
  const plain = safe
    .replace(gone, (_, inside: string) => (inside === '¶' ? '\ue001' : ''))
    .replace(kept, (_, inside: string) => (inside === '¶' ? '' : inside));
  return plain.replace(
    /\ue002([\ue010-\uf8ff])/g,
    (_, mark: string) => `\\${escapes[mark.charCodeAt(0) - 0xe011]}`,
  );
}

function unescaped(words: string): string {
  return words.replaceAll('\ue003', '\n').replace(/\\([\s\S])/g, '$1');
}

/** The clauses of a text as the file writes them, those without words left out. */
function clausesFor(document: DocumentJson): string[] {
  return clausesOf(document)
    .map((clause) => {
      if (clause.kind !== 'tableRow') return own(clause.node);
      return `${(clause.node.content ?? []).map((cell) => `| ${own(cell)} `).join('')}|`;
    })
    .filter((words) => words.trim() !== '');
}

function own(node: NodeJson): string {
  if (node.type === 'text') return node.text ?? '';
  if (node.type === 'hardBreak') return '\n';
  if (node.type === 'footnote') return `⟦${node.attrs?.text ?? ''}⟧`;
  const children = (node.content ?? []).filter(({ type }) => type !== 'bulletList' && type !== 'orderedList');
  const isInline = children.every(({ type }) => ['text', 'hardBreak', 'footnote'].includes(type));
  return children.map(own).join(isInline ? '' : '\n');
}

const OLD = doc(
  heading(1, 'Work plan'),
  operative(1, 'AGREE that members shall meet every year', footnote('In May.'), ';'),
  operative(1, 'WELCOME the report of the working group on training;'),
  paragraph('One clause that says two things. And it will be cut in two parts.'),
  list('bulletList', 'first point', 'second point'),
  table(row('Activity', 'Year'), row('Training', '2019')),
  operative(1, 'DECIDE to take up the matter again at the next meeting of the heads of service.'),
);
const NEW = doc(
  heading(1, 'Work plan'),
  operative(1, 'DECIDE to take up the matter again at the next formal meeting of the heads of service.'),
  operative(1, 'AGREE that members should meet every year', footnote('In June.'), ';'),
  paragraph('One clause that says two things.'),
  paragraph('And it will be cut in two parts.'),
  list('bulletList', 'first point', 'second [-] point'),
  table(row('Activity', 'Year'), row('Training', '2021'), row('Review', '2022')),
);

describe('redlinePlain', () => {
  it('reads as a person would mark it', () => {
    const text = redlinePlain(fileOf(OLD, NEW)).split(`${'='.repeat(72)}\n`);
    expect(text[0]).toContain('Redline: old.docx → new.docx\nLength: ');
    expect(text[1]).toMatchInlineSnapshot(`
      "
      Work plan

      » [2] Moved from OP 3
      1. DECIDE to take up the matter again at the next {+formal +}meeting of the heads of service.

      2. AGREE that members [-shall-]{+should+} meet every year⟦In [-May-]{+June+}.⟧;

      » Deleted
      2. [-WELCOME the report of the working group on training;-]

      One clause that says two things.{+¶+}

      » Split from paragraph
      [- -]And it will be cut in two parts.

      • first point

      • second {+\\[\\-] +}point

      | Activity | Year |

      | Training | [-2019-]{+2021+} |

      » [2] OP 3 stood here; now OP 1

      » New
      {+| Review | 2022 |+}

      "
    `);
    expect(text[2]).toMatchInlineSnapshot(`
      "
      9 changes
         1. OP 1: moved “DECIDE to take up the matter again at the next formal…”, Moved from OP 3
         2. OP 1: wording “formal”
         3. OP 2: wording “shall” → “should”
         4. OP 2: wording “May” → “June”
         5. OP 2: clause deleted “WELCOME the report of the working group on training;”
         6. OP 2, paragraph: split “And it will be cut in two parts.”, Split from paragraph
         7. OP 2, list item: wording “[-]”
         8. OP 2, table row: wording “2019” → “2021”
         9. OP 3, table row: new clause “Review 2022”
      "
    `);
  });

  it('RL2 accepting or rejecting by rule gives the words of either text', () => {
    expect(textOf(redlinePlain(fileOf(OLD, NEW)), 'new')).toEqual(clausesFor(NEW));
    expect(textOf(redlinePlain(fileOf(OLD, NEW)), 'old')).toEqual(clausesFor(OLD));
  });

  it('RL2 with moves told as deleted and inserted, nothing has to be put elsewhere', () => {
    const file = fileOf(OLD, NEW);
    const apart = { ...file, redline: movesApart(file.redline) };
    expect(redlinePlain(apart)).not.toContain('» [');
    expect(textOf(redlinePlain(apart), 'new')).toEqual(clausesFor(NEW));
    expect(textOf(redlinePlain(apart), 'old')).toEqual(clausesFor(OLD));
    expect(apart.redline.summary.clausesMoved).toBe(0);
  });

  it('RL2 holds for generated texts, whatever signs they are made of', () => {
    fc.assert(
      fc.property(revisions, ([old, fresh]) => {
        const file = fileOf(old, fresh);
        for (const redline of [file.redline, movesApart(file.redline)]) {
          const plain = redlinePlain({ ...file, redline });
          expect([...textOf(plain, 'new')].sort()).toEqual(clausesFor(fresh).map(bare).sort());
          expect([...textOf(plain, 'old')].sort()).toEqual(clausesFor(old).map(bare).sort());
        }
      }),
      { numRuns: 150, seed: 4 },
    );
  });
});

/** Without the number or sign before it, and without what nobody sees: of an invisible difference the new side shows. */
function bare(words: string): string {
  return visibleForm(words).replace(/^(?: *(?:\d+\.|\([a-z]+\)|•|Annex \d+) )+/, '');
}
