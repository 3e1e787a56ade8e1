import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { dispositionsOn } from '../db/dispositions';
import { proposalsOn } from '../db/proposals';
import { listVersionHeads, versionText } from '../db/versions';
import { cleanText } from '../domain/text/brackets';
import { textHash } from '../domain/text/canonical';
import { clausesOf } from '../domain/text/clauses';
import type { DocumentJson } from '../domain/text/document-json';
import { numberClauses } from '../domain/text/numbering';
import { compilationView } from './queries/text-views';
import { NegotiationWalk } from './tests/negotiation-walk';
import { accepted } from './tests/outcome';
import { idsOf } from './tests/walked-words';
import { issueRevision } from './use-cases/issue-revision';

/*
 * Invariants of the reference (§10) over negotiations in which a seed chooses every act of eleven delegations and the
 * chair. Each of them is asked after every act, through the use-cases and the database they write.
 */
const SEEDS = Array.from({ length: 16 }, (_, index) => index + 1);
const ACTS = 60;

/** What the walks of all seeds did: a property of acts that never happened would hold of nothing. */
const met = new Map<string, number>();
const count = (what: string) => met.set(what, (met.get(what) ?? 0) + 1);

let walk: NegotiationWalk;
afterEach(() => walk.world.close());

describe.each(SEEDS)('§10 a negotiation of eleven delegations (seed %i)', (seed) => {
  test('§10 BR16 NP38 TX4 TX7 NP13 holds after every act', { timeout: 60_000 }, async () => {
    walk = await NegotiationWalk.begin(seed);
    const ever = new Set(idsOf(await walk.standing()));
    accepted(await issue());
    for (let step = 0; step < ACTS; step += 1) {
      const before = await walk.standing();
      const { name, touches, outcome } = await walk.act();
      count(outcome.ok ? name : `${name} ${outcome.rule}`);
      const after = await walk.standing();
      const what = `seed ${seed}, act ${step}: ${name}`;
      await expectCompilationClean(after, what);
      expectIdsKept(before, after, touches, ever, what);
      if (!outcome.ok || /^(propose|say|withdraw|issue|restyle)/.test(name))
        expect(textHash(after), `${what} changed a word`).toBe(textHash(before));
      for (const id of idsOf(after)) ever.add(id);
    }
    await walk.settle();
    await issue();
    expectEachInOneRevision();
    expectEditorialAsked();
  });
});

afterAll(() => {
  const least = [
    'propose replace',
    'propose insert',
    'propose delete',
    'propose move',
    'propose merge',
    'deal accepted',
    'deal acceptedModified',
    'deal bracketed',
    'lift',
    'write',
    'restyle',
    'bracketed compilation',
    'renumbered',
    'sign in one revision',
    'editorial refused',
    'editorial confirmed',
    'editorial passed',
  ].filter((what) => (met.get(what) ?? 0) < 3);
  expect(least, JSON.stringify([...met])).toEqual([]);
});

function issue() {
  return issueRevision(walk.world.runtime, walk.who('secretariat'), { documentId: walk.documentId });
}

/** The clean rendering of a compilation with all proposals rejected equals the base. */
async function expectCompilationClean(base: DocumentJson, what: string): Promise<void> {
  const { runtime } = walk.world;
  const compiled = accepted(await compilationView(runtime, walk.who('reviewer'), walk.documentId));
  expect(textHash(cleanText(compiled.text)), what).toBe(textHash(cleanText(base)));
  if (textHash(compiled.text) !== textHash(base)) count('bracketed compilation');
}

/** Whatever number a clause gets by an act on others, it is the clause it was: id, words, and order among its like. */
function expectIdsKept(
  before: DocumentJson,
  after: DocumentJson,
  touches: readonly string[],
  ever: ReadonlySet<string>,
  what: string,
): void {
  const known = new Set(idsOf(before));
  const others = (text: DocumentJson) =>
    clausesOf(text)
      .filter(({ id }) => id !== null && known.has(id) && !touches.includes(id))
      .map(({ id, node }) => `${id} ${JSON.stringify(node)}`);
  expect(others(after), what).toEqual(others(before));
  const ids = idsOf(after);
  expect(new Set(ids).size, what).toBe(ids.length);
  // A new clause never gets the id of one that is gone.
  const isBack = ids.filter((id) => !known.has(id) && ever.has(id) && !touches.includes(id));
  expect(isBack, what).toEqual([]);
  const numbers = (text: DocumentJson) =>
    new Map(
      numberClauses(text, 'declaration').map((one, index) => [clausesOf(text)[index]?.id, one.citation]),
    );
  const [old, now] = [numbers(before), numbers(after)];
  if ([...old].some(([id, citation]) => now.has(id) && now.get(id) !== citation)) count('renumbered');
}

/** Every accepted proposal entered between two revisions that follow each other, and nowhere else. */
function expectEachInOneRevision(): void {
  const { db } = walk.world;
  const { documentId } = walk;
  const kept = listVersionHeads(db, documentId).toSorted((a, b) => a.number - b.number);
  const revisions = kept.filter(({ revision }) => revision !== null);
  const states = new Map(proposalsOn(db, documentId).map(({ id, state }) => [id, state]));
  const entered = dispositionsOn(db, documentId).filter(
    ({ kind, isSuggestion }) =>
      !isSuggestion && ['accepted', 'acceptedModified', 'merged', 'bracketed'].includes(kind),
  );
  const went = [...states].filter(([, state]) =>
    ['accepted', 'acceptedModified', 'merged', 'bracketed'].includes(state),
  );
  // Each of them once, and no other: what a proposal says of itself is what was done.
  expect(entered.map(({ proposalId }) => proposalId).toSorted()).toEqual(went.map(([id]) => id).toSorted());
  for (const { proposalId, kind, positionBefore, positionAfter } of entered) {
    const [from, to] = [positionBefore ?? -1, positionAfter ?? -1];
    const homes = revisions.filter(
      ({ position }, index) => from >= (revisions[index - 1]?.position ?? 0) && to <= position,
    );
    expect(homes, `${kind} ${proposalId}`).toHaveLength(1);
    const sign = walk.signs.get(proposalId);
    if (sign === undefined || kind === 'acceptedModified') continue;
    // By its own words: not in the version before the act, in the version after it.
    const around = [
      kept.findLast(({ position }) => position <= from),
      kept.find(({ position }) => position >= to),
    ];
    const texts = around.map((head) => versionText(db, head?.id ?? ''));
    expect(
      texts.map((text) => text?.includes(sign)),
      `${kind} ${proposalId}`,
    ).toEqual([false, true]);
    const held = revisions.map(({ id }) => (versionText(db, id) ?? '').includes(sign));
    const first = held.indexOf(true);
    if (first === -1) continue;
    count('sign in one revision');
    expect(revisions[first]?.id, `${kind} ${proposalId}`).toBe(homes[0]?.id);
  }
}

/** An editorial proposal that touches words of meaning is on the table only where its author was asked. */
function expectEditorialAsked(): void {
  const rows = new Map(proposalsOn(walk.world.db, walk.documentId).map((row) => [row.id, row]));
  for (const { proposalId, isOfMeaning, isConfirmed } of walk.editorial) {
    const row = rows.get(proposalId);
    expect(row?.class).toBe('editorial');
    if (isOfMeaning && !isConfirmed) {
      expect(row?.number, `${proposalId} passed unasked: ${row?.text}`).toBeNull();
      count('editorial refused');
    } else if (row?.number !== null) count(isOfMeaning ? 'editorial confirmed' : 'editorial passed');
  }
}
