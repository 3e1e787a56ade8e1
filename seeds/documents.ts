import { CONCEPT_NOTE } from './histories/concept-note';
import { PLUS_THREE } from './histories/plus-three';
import { REPORT } from './histories/report';
import { STATEMENT } from './histories/statement';
import { WORK_PLAN } from './histories/work-plan';
import type { SeedDocument } from './history';

export const DOCUMENTS: readonly SeedDocument[] = [STATEMENT, WORK_PLAN, CONCEPT_NOTE, REPORT, PLUS_THREE];
