import type { DocumentKind } from './states';

/** Short forms of the kinds in symbols. */
const KIND_CODES: Readonly<Record<DocumentKind, string>> = {
  statement: 'ST',
  workPlan: 'WP',
  conceptNote: 'CN',
  report: 'REP',
  paper: 'P',
};

/**
 * A symbol by the body's template, e.g. "ACCSM/{meeting}/{kind}.{number}" → "ACCSM/20/ST.1". `{meeting}` is the
 * number in the name of the cycle ("20th ACCSM" → "20"); parts that are empty leave no double slash behind. A
 * template that forgot the number gets one, since a symbol belongs to one document only.
 */
export function composeSymbol(
  body: { readonly acronym: string; readonly symbolTemplate: string },
  facts: { readonly series: string; readonly kind: DocumentKind; readonly number: number },
): string {
  const template = body.symbolTemplate.includes('{number}')
    ? body.symbolTemplate
    : `${body.symbolTemplate || body.acronym}/{kind}.{number}`;
  return template
    .replaceAll('{body}', body.acronym)
    .replaceAll('{meeting}', /\d+/.exec(facts.series)?.[0] ?? '')
    .replaceAll('{kind}', KIND_CODES[facts.kind])
    .replaceAll('{number}', String(facts.number))
    .replace(/\/{2,}/g, '/')
    .replace(/^\/|\/$/g, '');
}

/** ME22: the symbol of a text in another language than the one it was made in: "ACCSM/20/REP.1" → "ACCSM/20/REP.1(TH)". */
export function languageSymbol(symbol: string, language: string): string {
  return `${symbol}(${language.toUpperCase()})`;
}

/** ME22: the symbol that all languages of a text share. */
export function sharedSymbol(symbol: string): string {
  return symbol.replace(/\([A-Z]{2,3}\)$/, '');
}

/** PR22: 2 to 60 letters, digits and `/ . - ( )`, starting with a letter or digit; no spaces, so that it can be cited and used in file names. */
export function isSymbol(symbol: string): boolean {
  return /^[A-Za-z0-9][A-Za-z0-9/.()-]{1,59}$/.test(symbol);
}
