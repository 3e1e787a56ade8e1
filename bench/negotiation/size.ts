/** How big the negotiated text is, in the numbers of a summit's communiqué (reference, §10). */
export interface Size {
  readonly clauses: number;
  readonly brackets: number;
  readonly proposals: number;
  /** Proposals on the clause that everybody wants to change, out of all. */
  readonly onBusiest: number;
  readonly revisions: number;
  readonly threads: number;
}

export const COMMUNIQUE: Size = {
  clauses: 250,
  brackets: 1000,
  proposals: 2000,
  onBusiest: 40,
  revisions: 40,
  threads: 300,
};

/** The same at a tenth. The busiest clause stays as busy: its desk is about one clause, however long the text. */
export const TENTH: Size = {
  clauses: 25,
  brackets: 100,
  proposals: 200,
  onBusiest: 40,
  revisions: 4,
  threads: 30,
};

export const DELEGATIONS = ['BN', 'KH', 'ID', 'LA', 'MY', 'MM', 'PH', 'SG', 'TH', 'TL', 'VN'] as const;
