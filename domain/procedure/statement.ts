import { accept, type Outcome, refuse } from '../refusal';

export const STATEMENT_KINDS = ['statement', 'explanation', 'reservation'] as const;
export type StatementKind = (typeof STATEMENT_KINDS)[number];

export const STATEMENT_LANGUAGES = [
  'en',
  'th',
  'lo',
  'km',
  'my',
  'vi',
  'id',
  'ms',
  'fil',
  'pt',
  'tet',
] as const;
export const LONGEST_STATEMENT = 10_000;

export interface StatementCommand {
  readonly kind: string;
  readonly language: string;
  readonly text: string;
}

/** DE32, DE33: a statement has words and a language; it is plain, line by line, and never part of the text. */
export function checkStatement(
  command: StatementCommand,
): Outcome<{ readonly kind: StatementKind; readonly language: string; readonly text: string }> {
  const kind = STATEMENT_KINDS.find((known) => known === command.kind);
  const language = STATEMENT_LANGUAGES.find((known) => known === command.language);
  if (kind === undefined) return refuse('DE33', { field: 'kind' });
  if (language === undefined) return refuse('DE33', { field: 'language' });
  const text = command.text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/(?!\n)\p{Cc}/gu, ' ')
    .trim();
  if (text.length < 3 || text.length > LONGEST_STATEMENT) {
    return refuse('DE32', { field: 'text' });
  }
  return accept({ kind, language, text });
}
