import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { compareTexts } from '../../domain/redline';
import { clausesOf, clauseText } from '../../domain/text/clauses';
import type { DocumentJson } from '../../domain/text/document-json';
import type { Texts } from './cases';
import { type Found, foundInRedline, foundInRuns, type Run } from './found';

/** A way to compare, made ready for two texts: `compare` is what is measured, `found` reads its last answer. */
export interface Prepared {
  compare(): void;
  found(): Found;
}

export const OURS = 'mufakat';

/** Peers by name; whether they compare documents, with paragraphs and marks, and not only letters. */
export const PEERS: ReadonlyMap<string, { readonly showsStructure: boolean }> = new Map([
  ['jsdiff, words', { showsStructure: false }],
  ['diff-match-patch, characters', { showsStructure: false }],
  ['diff-match-patch, words', { showsStructure: false }],
  ['fast-myers-diff, words', { showsStructure: false }],
  ['htmldiff-js', { showsStructure: true }],
  ['node-htmldiff', { showsStructure: true }],
  ['recreate-steps, changeset', { showsStructure: true }],
  ['changeset, one step', { showsStructure: true }],
]);

/** `peers/engines.mjs`, which only works once the peers are installed. */
interface PeerModule {
  readonly ENGINES: Readonly<Record<string, PeerEngine>>;
}

interface PeerEngine {
  readonly form: 'text' | 'html' | 'document';
  compare(old: unknown, fresh: unknown): unknown;
  runs(answer: unknown): readonly Run[];
  isExact?(answer: unknown): boolean;
}

export async function prepare(engine: string, texts: Texts): Promise<Prepared> {
  if (engine === OURS) return prepareOurs(texts);
  const file = pathToFileURL(path.join(import.meta.dirname, 'peers/engines.mjs'));
  const { ENGINES } = (await import(file.href)) as PeerModule;
  const peer = ENGINES[engine];
  if (peer === undefined) throw new Error(`There is no peer "${engine}".`);
  return preparePeer(peer, texts);
}

function prepareOurs(texts: Texts): Prepared {
  const compare = () => compareTexts(texts.old, texts.new, { houseStyle: 'declaration' });
  let redline: ReturnType<typeof compare> | null = null;
  return {
    compare: () => {
      redline = compare();
    },
    found: () => foundInRedline(redline ?? compare(), texts),
  };
}

/** The texts are in the peer's own form before its clock starts. */
function preparePeer(peer: PeerEngine, texts: Texts): Prepared {
  const inForm = { text: plainOf, html: htmlOf, document: (text: DocumentJson) => text }[peer.form];
  const [old, fresh] = [inForm(texts.old), inForm(texts.new)];
  let answer: unknown;
  return {
    compare: () => {
      answer = peer.compare(old, fresh);
    },
    found: () => {
      const found = foundInRuns(
        peer.runs(answer),
        plainOf(texts.old),
        plainOf(texts.new),
        peer.form === 'html',
      );
      return peer.isExact === undefined ? found : { ...found, rebuilds: peer.isExact(answer) };
    },
  };
}

function plainOf(text: DocumentJson): string {
  return clausesOf(text).map(clauseText).join('\n');
}

function htmlOf(text: DocumentJson): string {
  const escaped = (words: string) =>
    words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return clausesOf(text)
    .map((clause) => `<p>${escaped(clauseText(clause))}</p>`)
    .join('\n');
}
