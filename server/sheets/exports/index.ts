import type { ReportFacts } from '../../../domain/sheets/reports';
import type { WrittenWorkbook } from '../../../domain/sheets/workbook';
import { indicatorsBook } from './indicators';
import { returnsBook } from './returns';
import { tool1Of, tool2Of } from './tools';

export function reportOf(facts: ReportFacts): WrittenWorkbook {
  switch (facts.report) {
    case 'tool1':
      return tool1Of(facts);
    case 'tool2':
      return tool2Of(facts);
    case 'indicators':
      return indicatorsBook(facts);
    case 'returns':
      return returnsBook(facts);
    default:
      return facts satisfies never;
  }
}
