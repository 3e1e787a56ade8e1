import { createContext, type ReactNode } from 'react';

/** What more can be done with a clause than cite it; drawn in its menu. Null where there is nothing. */
export const ClauseDoings = createContext<((clauseId: string) => ReactNode) | null>(null);
