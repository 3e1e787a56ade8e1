import type { ClauseStep } from '../domain/negotiation/clause-steps';
import type { Stance } from '../domain/negotiation/types';
import type { DecisionVerb, DocumentKind } from '../domain/procedure/states';
import type { StateStep } from '../domain/procedure/transitions';
import type { DocumentJson } from '../domain/text/document-json';
import type { HouseStyle } from '../domain/text/numbering';
import type { POSITION_RINGS } from '../server/use-cases/take-position';
import type { PersonKey } from './people';
import type { ProposalStep } from './proposal-acts';
import type { Edit } from './texts/edits';

interface Act {
  readonly by: PersonKey;
  /** Chiang Rai time, "2019-04-22 09:30". */
  readonly at: string;
}

/** One act in the life of a seeded document, done by a person at an instant through the use-case of that name. */
export type Step = WriteStep | ProceduralStep | ProposalStep;

export type WriteStep = Act & { readonly act: 'write'; readonly edits: readonly Edit[] };

export type ProceduralStep =
  | (Act & { readonly act: 'version'; readonly name: string; readonly comment: string })
  | (Act & { readonly act: 'issue'; readonly comment: string })
  | (Act & { readonly act: 'clear'; readonly revision: number; readonly note: string })
  | (Act & { readonly act: 'move'; readonly step: StateStep; readonly reason: string })
  | (Act & { readonly act: 'openReading' | 'closeReading' })
  | (Act & {
      readonly act: 'position';
      readonly stance: Stance;
      readonly ring: (typeof POSITION_RINGS)[number];
      readonly note: string;
      readonly clauses: readonly string[];
    })
  | (Act & {
      readonly act: 'find';
      readonly step: ClauseStep;
      readonly reason: string;
      /** Ids of clauses; none means all. */
      readonly clauses: readonly string[];
    })
  | (Act & {
      readonly act: 'adopt';
      /** Who of the secretariat confirms what the chair has found. */
      readonly confirmedBy: PersonKey;
      readonly verb: DecisionVerb;
      readonly wording: string;
    });

export interface SeedDocument {
  readonly key: string;
  readonly body: string;
  /** Null: by the body's template. */
  readonly symbol: string | null;
  readonly kind: DocumentKind;
  readonly title: string;
  readonly houseStyle: HouseStyle;
  readonly leadCountry: string | null;
  /** Key of the meeting and number of its agenda item, or null. */
  readonly agenda: { readonly meeting: string; readonly item: string } | null;
  readonly created: Act;
  readonly firstText: Act & { readonly text: DocumentJson };
  readonly history: readonly Step[];
}

export function write(by: PersonKey, at: string, ...edits: Edit[]): Step {
  return { act: 'write', by, at, edits };
}

export function version(by: PersonKey, at: string, name: string, comment: string): Step {
  return { act: 'version', by, at, name, comment };
}

export function issue(by: PersonKey, at: string, comment: string): Step {
  return { act: 'issue', by, at, comment };
}

/** The capital of the person's delegation clears Rev.n, on the day it is recorded. */
export function clear(by: PersonKey, at: string, revision: number, note: string): Step {
  return { act: 'clear', by, at, revision, note };
}

export function move(by: PersonKey, at: string, step: StateStep, reason: string): Step {
  return { act: 'move', by, at, step, reason };
}

/** A delegation tables where it stands on these clauses, of the words as they are then. */
export function position(by: PersonKey, at: string, stance: Stance, ...clauses: string[]): Step {
  return { act: 'position', by, at, stance, ring: 'tabled', note: '', clauses };
}

/** The chair finds it of these clauses, or of all. */
export function find(
  by: PersonKey,
  at: string,
  step: ClauseStep,
  reason: string,
  ...clauses: string[]
): Step {
  return { act: 'find', by, at, step, reason, clauses };
}

/** The instant of a Chiang Rai time (UTC+7, no summer time) as the database keeps instants. */
export function instant(chiangRaiTime: string): string {
  return new Date(`${chiangRaiTime.replace(' ', 'T')}:00.000+07:00`).toISOString();
}
