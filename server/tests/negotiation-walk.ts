import { findDocument } from '../../db/documents';
import { proposalsOn } from '../../db/proposals';
import { clauseAsText } from '../../domain/negotiation/amend';
import type { DispositionKind, ProposalKind } from '../../domain/negotiation/types';
import type { Actor } from '../../domain/policy/can';
import type { Outcome } from '../../domain/refusal';
import { allBrackets, bracketsOf } from '../../domain/text/brackets';
import type { DocumentJson } from '../../domain/text/document-json';
import type { HouseStyle } from '../../domain/text/numbering';
import { oneOf, type Random, randomOf } from '../sync/tests/random';
import { beginProposal } from '../use-cases/begin-proposal';
import { withdrawProposal } from '../use-cases/close-proposal';
import { describeDocument } from '../use-cases/describe-document';
import { disposeProposals } from '../use-cases/dispose-proposals';
import { findOnClauses } from '../use-cases/find-on-clauses';
import { issueRevision } from '../use-cases/issue-revision';
import { liftBracket } from '../use-cases/lift-bracket';
import { moveState } from '../use-cases/move-state';
import { tableProposal } from '../use-cases/table-proposal';
import { takePosition } from '../use-cases/take-position';
import { writeDraft } from '../use-cases/write-draft';
import { writeText } from '../use-cases/write-text';
import { adoptInTheRoom, draftStatement, readyToAdopt } from './adopted';
import { ELEVEN, elevenDelegations, headOf, type MemberCode } from './eleven';
import { shownNow } from './negotiation';
import { accepted } from './outcome';
import { standingJson } from './tabled';
import { added, idsOf, OF_MEANING, STATEMENT, withPut } from './walked-words';
import { createWorld, type Person, type World } from './world';

/** What one act was, on which clauses, and what came of it. */
export interface WalkedAct {
  readonly name: string;
  /** Clauses whose words or place the act is about. */
  readonly touches: readonly string[];
  readonly outcome: Outcome<unknown>;
}

/** What was asked of the editorial class when a proposal was tabled. */
export interface Editorial {
  readonly proposalId: string;
  readonly isOfMeaning: boolean;
  readonly isConfirmed: boolean;
}

/**
 * A negotiation of eleven delegations and the chair in which a seed chooses every act, each through its use-case. Words
 * that are put in have a sign that stands nowhere else, `zz` and letters: by it they are known again.
 */
export class NegotiationWalk {
  readonly world: World = createWorld();
  readonly random: Random;
  readonly editorial: Editorial[] = [];
  /** The sign of each proposal that brought words of its own. */
  readonly signs = new Map<string, string>();
  documentId = '';
  private signed = 0;

  private constructor(seed: number) {
    this.random = randomOf(seed);
  }

  static async begin(seed: number): Promise<NegotiationWalk> {
    const walk = new NegotiationWalk(seed);
    const { world } = walk;
    elevenDelegations(world);
    walk.documentId = await draftStatement(world, STATEMENT);
    const { documentId } = walk;
    accepted(
      await moveState(world.runtime, walk.who('secretariat'), { documentId, step: 'openNegotiation' }),
    );
    return walk;
  }

  who(person: MemberCode | Person): Actor {
    this.world.clock.advance(1);
    const member = ELEVEN.find((code) => code === person);
    return member === undefined ? this.world.actor(person as Person) : headOf(this.world, member);
  }

  pick<T>(list: readonly T[]): T {
    return oneOf(this.random, list);
  }

  standing(): Promise<DocumentJson> {
    return standingJson(this.world, this.documentId);
  }

  /** One act that the seed chooses. */
  async act(): Promise<WalkedAct> {
    const acts = [
      ...Array.from({ length: 8 }, () => () => this.propose()),
      ...Array.from({ length: 6 }, () => () => this.deal()),
      () => this.say(),
      () => this.withdraw(),
      () => this.lift(),
      () => this.lift(),
      () => this.write(),
      () => this.issue(),
      () => this.restyle(),
    ];
    return this.pick(acts)();
  }

  /** Proposals that wait for the chair. */
  waiting() {
    return proposalsOn(this.world.db, this.documentId).filter(({ state }) =>
      ['tabled', 'referred', 'carriedOver'].includes(state),
    );
  }

  private async propose(): Promise<WalkedAct> {
    const { world, documentId } = this;
    const { runtime } = world;
    const text = await this.standing();
    const ids = idsOf(text);
    const by = this.pick(ELEVEN);
    const kind = this.pick<ProposalKind>([
      'replace',
      'replace',
      'replace',
      'insert',
      'delete',
      'move',
      'merge',
    ]);
    const isEditorial = kind === 'replace' && this.random() < 0.4;
    const isOfMeaning = this.random() < 0.6;
    const isConfirmed = this.random() < 0.3;
    const [clauseId, otherClauseId] = this.placeOf(kind, ids);
    const begun = await beginProposal(runtime, this.who(by), {
      documentId,
      kind,
      clauseId,
      otherClauseId,
      class: isEditorial ? 'editorial' : 'substantive',
      rationale: 'because',
    });
    const done = (outcome: Outcome<unknown>) => ({ name: `propose ${kind}`, touches: [], outcome });
    if (!begun.ok) return done(begun);
    const { proposalId } = begun.value;
    // A draft that waits since an earlier act has its words, and its class, already.
    if (!begun.value.isNew) return done(begun);
    const sign = this.nextSign();
    const clause = clauseAsText(text, clauseId);
    const put = isEditorial && isOfMeaning ? `${this.pick(OF_MEANING)} ${sign}` : sign;
    const words =
      kind === 'insert'
        ? added(sign)
        : kind === 'replace'
          ? withPut(this.random, clause, put, isEditorial)
          : null;
    if (words !== null) {
      accepted(await writeDraft(runtime, this.who(by), { proposalId, text: words }));
      this.signs.set(proposalId, sign);
    }
    if (isEditorial) this.editorial.push({ proposalId, isOfMeaning, isConfirmed });
    return done(await tableProposal(runtime, this.who(by), { proposalId, editorialConfirmed: isConfirmed }));
  }

  private placeOf(kind: ProposalKind, ids: readonly string[]): [string, string | null] {
    const clauseId = this.pick(ids);
    if (kind === 'move') return [clauseId, this.pick(ids)];
    if (kind === 'merge') return [clauseId, ids[ids.indexOf(clauseId) + 1] ?? null];
    return [clauseId, null];
  }

  private async deal(): Promise<WalkedAct> {
    const { documentId } = this;
    const waiting = this.waiting();
    const kind = this.pick<DispositionKind>([
      'accepted',
      'accepted',
      'accepted',
      'acceptedModified',
      'bracketed',
      'bracketed',
      'notRetained',
      'referred',
    ]);
    const name = `deal ${kind}`;
    if (waiting.length === 0) return { name, touches: [], outcome: { ok: false, rule: 'NP40' } };
    const first = this.pick(waiting);
    const same = waiting.filter(({ clauseId }) => clauseId === first.clauseId);
    const chosen = kind !== 'acceptedModified' && this.random() < 0.5 ? same : [first];
    const text = await this.standing();
    const words = first.clauseId === null ? null : clauseAsText(text, first.clauseId);
    const outcome = await disposeProposals(this.world.runtime, this.who('chair'), {
      documentId,
      proposalIds: chosen.map(({ id }) => id),
      kind,
      reason: 'The chair says so.',
      ...(kind === 'acceptedModified' && words !== null
        ? { words: withPut(this.random, words, this.nextSign(), false) }
        : {}),
    });
    const touches = chosen.flatMap(({ clauseId, otherClauseId, kind: what }) =>
      what === 'insert' ? [] : [clauseId ?? '', what === 'merge' ? (otherClauseId ?? '') : ''],
    );
    return { name, touches, outcome };
  }

  private async say(): Promise<WalkedAct> {
    const { documentId } = this;
    const on = await shownNow(this.world, documentId);
    const stance = this.pick(['canAccept', 'objects', 'reserves']);
    const word = { documentId, on: [this.pick(on)], stance, ring: 'tabled' };
    const outcome = await takePosition(this.world.runtime, this.who(this.pick(ELEVEN)), word);
    return { name: 'say', touches: [], outcome };
  }

  private async withdraw(): Promise<WalkedAct> {
    const [found] = this.waiting();
    const outcome: Outcome<unknown> =
      found === undefined
        ? { ok: false, rule: 'NP25' }
        : await withdrawProposal(this.world.runtime, this.who(found.country as MemberCode), {
            proposalId: found.id,
          });
    return { name: 'withdraw', touches: [], outcome };
  }

  private async lift(): Promise<WalkedAct> {
    const brackets = bracketsOf(await this.standing());
    if (brackets.length === 0) return { name: 'lift', touches: [], outcome: { ok: false, rule: 'BR6' } };
    const { id, clauseId, alternatives } = this.pick(brackets);
    const { alternative } = this.pick(alternatives);
    const { documentId } = this;
    const input = { documentId, bracketId: id, alternative, reason: 'The chair finds so.' };
    const outcome = await liftBracket(this.world.runtime, this.who('chair'), input);
    return { name: 'lift', touches: clauseId === null ? [] : [clauseId], outcome };
  }

  /** The secretariat writes in the screen of the room. */
  private async write(): Promise<WalkedAct> {
    const { documentId } = this;
    const text = await this.standing();
    const at = Math.floor(this.random() * (text.content?.length ?? 1));
    const block = text.content?.[at];
    const one = withPut(
      this.random,
      { type: 'doc', content: block === undefined ? [] : [block] },
      this.nextSign(),
      true,
    );
    const content = text.content?.with(at, one.content?.[0] ?? { type: 'paragraph' }) ?? [];
    const outcome = await writeText(this.world.runtime, this.who('secretariat'), {
      documentId,
      text: { ...text, content },
    });
    return { name: 'write', touches: idsOf(one), outcome };
  }

  private async issue(): Promise<WalkedAct> {
    const { documentId } = this;
    const outcome = await issueRevision(this.world.runtime, this.who('secretariat'), { documentId });
    return { name: 'issue', touches: [], outcome };
  }

  private async restyle(): Promise<WalkedAct> {
    const { documentId } = this;
    const houseStyle = this.pick(['declaration', 'sections'] as const);
    const outcome = await describeDocument(this.world.runtime, this.who('secretariat'), {
      documentId,
      houseStyle,
    });
    return { name: 'restyle', touches: [], outcome };
  }

  houseStyle(): HouseStyle {
    return findDocument(this.world.db, this.documentId)?.houseStyle ?? 'declaration';
  }

  /** Lifts every bracket, the innermost first, and deals with all that waits: nothing stands in the way any more. */
  async settle(): Promise<void> {
    const { world, documentId } = this;
    for (const { id } of this.waiting()) {
      const input = {
        documentId,
        proposalIds: [id],
        kind: 'notRetained',
        reason: 'The time is over.',
      } as const;
      accepted(await disposeProposals(world.runtime, this.who('chair'), input));
    }
    for (;;) {
      const open = allBrackets(bracketsOf(await this.standing())).at(-1);
      if (open === undefined) return;
      const { alternative } = open.alternatives[0] ?? { alternative: 0 };
      const input = { documentId, bracketId: open.id, alternative, reason: 'The chair finds so.' };
      accepted(await liftBracket(world.runtime, this.who('chair'), input));
    }
  }

  /** Everybody accepts what stands, the chair finds it agreed, and it is adopted. */
  async adopt(): Promise<void> {
    const { world, documentId } = this;
    await this.settle();
    const on = await shownNow(world, documentId);
    for (const country of ELEVEN) {
      const word = { documentId, on, stance: 'canAccept', ring: 'tabled' };
      accepted(await takePosition(world.runtime, this.who(country), word));
    }
    accepted(await findOnClauses(world.runtime, this.who('chair'), { documentId, step: 'agreed', on }));
    accepted(await adoptInTheRoom(world, await readyToAdopt(world, documentId)));
  }

  /** Letters only: a number would be a word of meaning. */
  private nextSign(): string {
    this.signed += 1;
    const letters = [...String(this.signed)].map((digit) => 'abcdefghij'[Number(digit)]);
    return `zz${letters.join('')}zz`;
  }
}
