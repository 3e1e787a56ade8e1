import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { pendingImportBytes } from '../../db/imports';
import { proposals } from '../../db/schema/negotiation';
import { MOST_FROM_FILE, statedRationale } from '../../domain/negotiation/file-proposal';
import { RATIONALE_LENGTH } from '../../domain/negotiation/proposal-rules';
import { accept, type Outcome } from '../../domain/refusal';
import type { DocumentJson } from '../../domain/text/document-json';
import { exportText } from '../queries/export-text';
import { getFileProposals } from '../queries/file-proposals';
import { getProposal } from '../queries/proposals';
import { draftStatement, STATEMENT } from '../tests/adopted';
import { accepted, ruleOf } from '../tests/outcome';
import { BODY, createWorld, type Person, textOf, type World } from '../tests/world';
import { by, deletedRun, r } from '../word/reading/testing/files';
import { beginProposal } from './begin-proposal';
import { appendEdit } from './edit-ahead';
import { proposeFromFile } from './propose-from-file';
import { readImport } from './read-import';
import { standingText } from './standing-text';

let world: World;
let documentId: string;
beforeEach(async () => {
  world = createWorld();
  await stand(STATEMENT);
});
afterEach(() => world.close());

async function stand(text: DocumentJson): Promise<void> {
  documentId = await draftStatement(world, text);
  world.raw(`update documents set state = 'negotiation' where id = '${documentId}'`);
}

const ins = (author: string, words: string, date?: string) =>
  `<w:ins ${by(author, date)}>${r(words)}</w:ins>`;
const del = (author: string, words: string, date?: string) =>
  `<w:del ${by(author, date)}>${deletedRun(words)}</w:del>`;
const CLAUSES = {
  recalling: 'RECALLING the meeting in Chiang Rai,',
  agree: 'AGREE to move the civil service forward;',
  request: 'REQUEST the Secretariat to report.',
};
type Changes = Partial<Record<keyof typeof CLAUSES, string | ((paragraph: string, run: string) => string)>>;

/** The text as it stands, taken away as a Word file; of these clauses the words, or the whole paragraph, are others. */
async function file(changes: Changes = {}): Promise<Uint8Array> {
  return exported((xml) =>
    Object.entries(changes).reduce((text, [name, change]) => {
      const run = r(CLAUSES[name as keyof typeof CLAUSES]);
      if (typeof change === 'string') return text.replace(run, change);
      const [paragraph = ''] = text.match(new RegExp(`<w:p>(?:(?!</w:p>).)*${run}</w:p>`)) ?? [];
      return text.replace(paragraph, change(paragraph, run));
    }, xml),
  );
}

async function exported(change: (xml: string) => string): Promise<Uint8Array> {
  const actor = world.actor('indonesia');
  const input = { documentId, number: 'now', format: 'docx' } as const;
  const { content } = accepted(await exportText(world.runtime, actor, input));
  if (typeof content === 'string') throw new Error('a Word file is bytes');
  const parts = unzipSync(content);
  const xml = change(strFromU8(parts['word/document.xml'] ?? new Uint8Array()));
  return zipSync({ ...parts, 'word/document.xml': strToU8(xml) });
}

/** A paragraph whose end is tracked, too. */
const ending = (paragraph: string, mark: string) =>
  paragraph.replace('</w:pPr>', `<w:rPr>${mark}</w:rPr></w:pPr>`);
const gone = (author: string) => (paragraph: string, run: string) =>
  ending(paragraph, `<w:del ${by(author)}/>`).replace(run, del(author, run.replace(/<[^>]+>/g, '')));
const added = (author: string, words: string) => (paragraph: string, run: string) =>
  `${paragraph}${ending(paragraph, `<w:ins ${by(author)}/>`)
    .replace(/<w:bookmark[^>]+>/g, '')
    .replace(run, ins(author, words))}`;

async function bring(bytes: Uint8Array, person: Person = 'indonesia'): Promise<Outcome<{ id: string }>> {
  const input = { documentId, fileName: 'Capital.docx', bytes, aim: 'propose' as const };
  return readImport(world.runtime, world.actor(person), input);
}
async function propose(bytes: Uint8Array, person: Person = 'indonesia') {
  const brought = await bring(bytes, person);
  return brought.ok ? make(brought.value.id, person) : brought;
}
/** Presses the button of the page as the person finds it in `shown`. */
async function make(id: string, person: Person = 'indonesia', runtime = world.runtime, shown = runtime) {
  const found = await getFileProposals(shown, world.actor(person), documentId);
  const listed = found.ok && found.value.asked?.ok ? found.value.asked.value.fingerprint : '';
  return proposeFromFile(runtime, world.actor(person), { documentId, id, listed });
}
const page = async (person: Person = 'indonesia') =>
  accepted(await getFileProposals(world.runtime, world.actor(person), documentId));
const rows = () => world.db.select().from(proposals).all();

describe('IM26 proposals from a Word file', () => {
  test('IM26 IM31 each changed clause becomes a draft of the delegation, untabled, with the names that the file states', async () => {
    const bytes = await file({
      recalling: `${r('RECALLING the meeting in ')}${del('Ministry A', 'Chiang Rai', '2026-03-02T08:00:00Z')}${ins('Ministry B', 'Bangkok', '2026-03-05T08:00:00Z')}${r(',')}`,
      request: `${r('REQUEST the Secretariat to report')}${ins('Ministry C', ' yearly')}${r('.')}`,
    });
    accepted(await bring(bytes));
    const shown = (await page()).asked;
    expect(shown?.ok && shown.value.proposals.map(({ place }) => [place.kind, place.clauseId])).toEqual([
      ['replace', 'c_2'],
      ['replace', 'c_4'],
    ]);
    expect(rows()).toEqual([]);
    expect(accepted(await propose(bytes))).toEqual({ made: 2, skipped: [] });
    expect(rows().map((row) => [row.state, row.country, row.number, row.enteredBy, row.rationale])).toEqual([
      ['draft', 'ID', null, 'user_indonesia', 'As stated in the file: Ministry A, Ministry B, 2026-03-05.'],
      ['draft', 'ID', null, 'user_indonesia', 'As stated in the file: Ministry C, 2026-03-01.'],
    ]);
    const [first] = rows();
    const view = accepted(await getProposal(world.runtime, world.actor('indonesia'), first?.id ?? ''));
    expect(JSON.stringify(view.words)).toContain('Bangkok');
    expect(JSON.stringify(view.base)).toContain('Chiang Rai');
    expect(ruleOf(await getProposal(world.runtime, world.actor('philippines'), first?.id ?? ''))).not.toBe(
      'accepted',
    );
    expect(standingText(world.db, documentId).canonical).toContain('Chiang Rai');
    expect((await page()).pending).toBeNull();
  });

  test('IM26 IM31 a new clause and one that goes are drafts too, and only whose changes they are is said', async () => {
    const bytes = await file({
      agree: gone('Ministry A'),
      recalling: added('Ministry B', 'MINDFUL of partners,'),
    });
    expect(accepted(await propose(bytes))).toEqual({ made: 2, skipped: [] });
    expect(rows().map((row) => [row.kind, row.clauseId, row.rationale])).toEqual(
      expect.arrayContaining([
        ['insert', 'c_2', 'As stated in the file: Ministry B, 2026-03-01.'],
        ['delete', 'c_3', 'As stated in the file: Ministry A, 2026-03-01.'],
      ]),
    );
  });

  test('PO1 PO2 PO3 only who may propose for a delegation brings one, sees one, or makes drafts of one', async () => {
    const bytes = await file({ request: `${r(CLAUSES.request)}${ins('A', ' Soon.')}` });
    for (const person of [
      'chair',
      'secretariat',
      'reviewer',
      'observer',
      'auditor',
      'administrator',
    ] as const) {
      expect(ruleOf(await bring(bytes, person))).toMatch(/^PO[12]$/);
      expect(ruleOf(await getFileProposals(world.runtime, world.actor(person), documentId))).toMatch(
        /^PO[12]$/,
      );
    }
    expect(ruleOf(await bring(bytes, 'stranger'))).toBe('PO1');
    const { id } = accepted(await bring(bytes));
    expect(ruleOf(await make(id, 'philippines'))).toBe('IM18');
    for (const state of ['draft', 'agreed', 'silence', 'adopted']) {
      world.raw(`update documents set state = '${state}' where id = '${documentId}'`);
      expect(ruleOf(await make(id))).toBe('PO3');
    }
    expect(rows()).toEqual([]);
    expect(pendingImportBytes(world.db, id)).not.toBeNull();
  });

  test('IM27 a file made on another text is refused, when it is shown and when drafts are made of it', async () => {
    const other = await file({ request: `${r(CLAUSES.request)}${ins('A', ' Soon.')}` });
    write('AGREE to stand still;');
    expect(ruleOf(await bring(other))).toBe('IM27');
    const { id } = accepted(
      await bring(await file({ request: `${r(CLAUSES.request)}${ins('A', ' Soon.')}` })),
    );
    expect((await page()).asked?.ok).toBe(true);
    write('AGREE to move on;');
    expect((await page()).asked).toMatchObject({ ok: false, rule: 'IM27' });
    expect(ruleOf(await make(id))).toBe('IM27');
    expect(rows()).toEqual([]);
  });

  test('IM27 the text that went on while the file was read is not proposed on', async () => {
    const { id } = accepted(
      await bring(await file({ request: `${r(CLAUSES.request)}${ins('A', ' Soon.')}` })),
    );
    const { imports } = world.runtime;
    const slow = {
      ...world.runtime,
      imports: {
        ...imports,
        propose: async (...job: Parameters<typeof imports.propose>) => {
          const answer = await imports.propose(...job);
          write('AGREE to move on;');
          return answer;
        },
      },
    };
    expect(await make(id, 'indonesia', slow, world.runtime)).toMatchObject({
      ok: false,
      rule: 'IM27',
      detail: { words: expect.stringContaining('AGREE to move on;') },
    });
    expect(rows()).toEqual([]);
  });

  test('IM3 IM28 a file that is none of Word, whatever its name, and one that tracks nothing', async () => {
    expect(ruleOf(await propose(await file()))).toBe('IM28');
    const bytes = new TextEncoder().encode('# A text');
    expect(ruleOf(await bring(bytes))).toBe('IM3');
    const input = { documentId, fileName: 'Text.md', bytes, aim: 'propose' as const };
    expect(ruleOf(await readImport(world.runtime, world.actor('indonesia'), input))).toBe('IM3');
  });

  test('IM29 200 proposals come from one file at once, 201 do not', async () => {
    const many = (count: number) =>
      textOf(...Array.from({ length: count }, (_, n) => ['operative', `AGREE to step ${n}.`] as const));
    const changing = () =>
      exported((xml) => xml.replace(/(<w:r><w:t[^>]*>AGREE to step.*?<\/w:r>)/g, `$1${ins('A', ' Soon.')}`));
    await stand(many(MOST_FROM_FILE + 1));
    expect(await propose(await changing())).toEqual({
      ok: false,
      rule: 'IM29',
      detail: { count: 201, most: 200 },
    });
    expect(rows()).toEqual([]);
    await stand(many(MOST_FROM_FILE));
    expect(accepted(await propose(await changing()))).toEqual({ made: 200, skipped: [] });
    expect(rows()).toHaveLength(200);
  });

  test('IM30 NP42 where the delegation writes in a draft already none is made; it is told before and after', async () => {
    const begun = accepted(
      await beginProposal(world.runtime, world.actor('indonesia'), {
        documentId,
        kind: 'replace',
        clauseId: 'c_4',
        otherClauseId: null,
      }),
    );
    const bytes = await file({
      agree: `${r(CLAUSES.agree)}${ins('A', ' together')}`,
      request: `${r(CLAUSES.request)}${ins('A', ' Soon.')}`,
    });
    accepted(await bring(bytes));
    const shown = (await page()).asked;
    expect(shown?.ok && shown.value.proposals.map(({ place, already }) => [place.clauseId, already])).toEqual(
      [
        ['c_3', null],
        ['c_4', 'reworded'],
      ],
    );
    const place = { kind: 'replace', clauseId: 'c_4', otherClauseId: null };
    expect(accepted(await propose(bytes))).toEqual({ made: 1, skipped: [place] });
    expect(rows().map(({ id }) => id)).toContain(begun.proposalId);
    // Others' drafts are nobody's concern, and nobody learns of them.
    expect(accepted(await propose(bytes, 'philippines'))).toEqual({ made: 2, skipped: [] });
  });

  test('IM30 NP42 a clause that is being reworded is not deleted by a file, nor deleted twice by two people', async () => {
    const bytes = await file({ agree: gone('A'), request: gone('B') });
    const place = { documentId, clauseId: 'c_3', otherClauseId: null };
    accepted(await beginProposal(world.runtime, world.actor('indonesia'), { ...place, kind: 'replace' }));
    accepted(
      await beginProposal(world.runtime, world.actor('indonesia'), {
        ...place,
        kind: 'delete',
        clauseId: 'c_4',
        rationale: 'Said elsewhere.',
      }),
    );
    expect(accepted(await propose(bytes))).toMatchObject({ made: 0, skipped: { length: 2 } });
    expect(rows()).toHaveLength(2);
  });

  test('IM18 IM26 a second press makes nothing; the same file brought again makes nothing twice', async () => {
    const bytes = await file({ request: `${r(CLAUSES.request)}${ins('A', ' Soon.')}` });
    const { id } = accepted(await bring(bytes));
    accepted(await make(id));
    expect(ruleOf(await make(id))).toBe('IM18');
    expect(accepted(await propose(bytes))).toMatchObject({ made: 0 });
    expect(rows()).toHaveLength(1);
  });

  test('IM26 one that cannot be begun leaves none, and the file waits on', async () => {
    const { id } = accepted(
      await bring(
        await file({
          agree: `${r(CLAUSES.agree)}${ins('A', ' on')}`,
          request: `${r(CLAUSES.request)}${ins('A', ' Soon.')}`,
        }),
      ),
    );
    const { imports } = world.runtime;
    const lying = {
      ...world.runtime,
      imports: {
        ...imports,
        propose: async (...job: Parameters<typeof imports.propose>) => {
          const found = accepted(await imports.propose(...job));
          const [first, second] = found.proposals;
          if (first === undefined || second === undefined) throw new Error('two were asked for');
          const bad = { ...second, place: { ...second.place, clauseId: 'c_nowhere' } };
          return accept({ ...found, proposals: [first, bad] });
        },
      },
    };
    expect(ruleOf(await make(id, 'indonesia', lying))).toBe('NP2');
    expect(rows()).toEqual([]);
    expect(pendingImportBytes(world.db, id)).not.toBeNull();
  });

  test('IM30 what no proposal carries is named before', async () => {
    const tracked = (kind: string, words: string) => `<w:${kind} ${by('A')}>${words}</w:${kind}>`;
    let away = '';
    const bytes = await file({
      agree: (paragraph, run) => {
        away = paragraph;
        return ending(paragraph, `<w:moveFrom ${by('A')}/>`).replace(run, tracked('moveFrom', run));
      },
      request: (paragraph) =>
        `${paragraph}${ending(away, `<w:moveTo ${by('A')}/>`)
          .replace(/<w:bookmark[^>]+>/g, '')
          .replace(r(CLAUSES.agree), tracked('moveTo', r(CLAUSES.agree)))}`,
    });
    accepted(await bring(bytes));
    const shown = (await page()).asked;
    expect(shown?.ok && shown.value).toMatchObject({
      notProposed: [{ why: 'moved', where: expect.stringMatching(/^(AGREE|REQUEST)/) }],
    });
  });
});

test('IM31 NP9 a rationale is cut to its length, names nobody where nobody is named, and is empty where nothing is stated', () => {
  const authors = Array.from({ length: 500 }, (_, n) => `Ministry of Affairs ${n}`);
  const long = statedRationale({ authors, lastAt: '2026-03-01T09:30:00Z' });
  expect(long).toHaveLength(RATIONALE_LENGTH);
  expect(long.endsWith('…')).toBe(true);
  expect(statedRationale({ authors: [''], lastAt: null })).toBe('As stated in the file: no name.');
  expect(statedRationale({ authors: [], lastAt: null })).toBe('');
});

function write(words: string): void {
  const text = JSON.parse(standingText(world.db, documentId).canonical) as DocumentJson;
  const content = (text.content ?? []).map((node) =>
    node.attrs?.id === 'c_3' ? { ...node, content: [{ type: 'text', text: words }] } : node,
  );
  const place = {
    document: { id: documentId, bodyId: BODY },
    actor: world.actor('chair'),
    at: world.clock.now(),
  };
  appendEdit(world.db, place, JSON.stringify({ ...text, content }));
}
