import type { SheetFacts } from '../../../domain/sheets/facts';
import { activitiesKind } from './activities';
import { indicatorsKind } from './indicators';
import type { Kind } from './kind';
import { returnKind } from './returns';

export function kindOf(facts: SheetFacts): Kind {
  switch (facts.kind) {
    case 'activities':
      return activitiesKind(facts);
    case 'indicators':
      return indicatorsKind(facts);
    case 'return':
      return returnKind(facts);
    default:
      return facts satisfies never;
  }
}
