import { findWords, type SearchHit, type SearchScope } from '../../db/search';
import { type Actor, canInBody } from '../../domain/policy/can';
import { innerRingOf } from '../../domain/policy/rings';
import { FOUND_KINDS, type FoundKind } from '../../domain/search/kinds';
import type { Runtime } from '../runtime';
import { listDocuments } from './documents';

export interface Found extends Omit<SearchHit, 'marked'> {
  /** The words around the find; every second part, from the second on, is what was looked for. */
  readonly parts: readonly string[];
  /** Symbol and title of its document; null where it belongs to none. */
  readonly document: { readonly symbol: string; readonly title: string } | null;
  readonly href: string;
}

export interface SearchResult {
  readonly found: readonly Found[];
  readonly hasMore: boolean;
}

export const MOST_WORDS = 12;
export const LONGEST_QUESTION = 200;

/** The words of a question, each once; beyond the first twelve they are left out. */
export function questionWords(question: string): string[] {
  const words = question
    .normalize('NFC')
    .slice(0, LONGEST_QUESTION)
    .split(/[\s\p{Cc}]+/u);
  return [...new Set(words.filter((word) => /[\p{L}\p{N}]/u.test(word)))].slice(0, MOST_WORDS);
}

/** What holds all of these words, of what the actor may read and of nothing else (SE1). */
export async function search(
  runtime: Runtime,
  actor: Actor,
  question: string,
  page: { readonly kinds?: readonly FoundKind[]; readonly limit: number; readonly offset?: number },
): Promise<SearchResult> {
  const listed = await listDocuments(runtime, actor);
  const documents = new Map((listed.ok ? listed.value : []).map((document) => [document.id, document]));
  const bodyIds = [...new Set(actor.grants.flatMap((grant) => grant.bodyId ?? []))];
  const hits = findWords(
    runtime.db,
    questionWords(question),
    scopeOf(actor, [...documents.keys()], bodyIds),
    {
      kinds: page.kinds ?? FOUND_KINDS,
      limit: page.limit + 1,
      offset: page.offset ?? 0,
    },
  );
  const found = hits.slice(0, page.limit).map((hit): Found => {
    const { marked, ...rest } = hit;
    const document = documents.get(hit.documentId);
    return {
      ...rest,
      parts: partsOf(marked),
      document: document === undefined ? null : { symbol: document.symbol, title: document.title },
      href: hrefOf(hit),
    };
  });
  return { found, hasMore: hits.length > page.limit };
}

function scopeOf(actor: Actor, documentIds: readonly string[], ownBodies: readonly string[]): SearchScope {
  // Who is appointed everywhere (auditors) reads documents of all bodies; what belongs to a body alone is its people's.
  const bodyIds = ownBodies.filter((bodyId) => canInBody(actor, 'search', bodyId).ok);
  const rings = bodyIds.flatMap((bodyId) => {
    const country = innerRingOf(actor, bodyId);
    return country === null ? [] : [`${bodyId} ${country}`];
  });
  return { documentIds, bodyIds, rings };
}

/** So much is shown before the first word that was looked for, and in all. */
const BEFORE = 60;
const LONGEST_EXCERPT = 240;

/** The words around the first find, in parts: every second one, from the second on, is what was looked for. */
function partsOf(marked: string): string[] {
  const [before = '', ...rest] = marked.replaceAll('\u0003', '\u0002').split('\u0002');
  const lead = before.length > BEFORE ? `…${fromAWord(before.slice(-BEFORE))}` : before;
  const parts = [lead];
  let room = LONGEST_EXCERPT - lead.length;
  for (const part of rest) {
    if (room <= 0) break;
    parts.push(part.length > room ? `${part.slice(0, room).trimEnd()}…` : part);
    room -= part.length;
  }
  return parts;
}

function fromAWord(words: string): string {
  const space = words.indexOf(' ');
  return space < 0 ? words : words.slice(space);
}

function hrefOf({ kind, refId, documentId }: SearchHit): string {
  const [first = '', second = ''] = refId.split(' ');
  const base = `/documents/${documentId}`;
  switch (kind) {
    case 'document':
      return base;
    case 'clause':
      return `${base}#${refId}`;
    case 'version':
      return `${base}/versions/${refId}`;
    case 'proposal':
      return `${base}/proposals/${refId}`;
    case 'decision':
      return documentId === '' ? `/meetings/${first}/decisions#${second}` : `${base}/decisions`;
    case 'input':
      return `/brainstorm/${first}#${second}`;
    case 'activity':
      return `/plans/${first}/activities/${second}`;
    case 'meeting':
      return second === '' ? `/meetings/${first}` : `/meetings/${first}#${second}`;
    case 'action':
      return `/meetings/${first}/actions#${second}`;
    case 'round':
      return `/brainstorm/${first}`;
    case 'cluster':
      return `/brainstorm/${first}?by=cluster#${second}`;
    case 'plan':
      return `/plans/${first}?view=list`;
    case 'indicator':
      return `/plans/${first}/indicators#${second}`;
    case 'centre':
      return `/centres/${first}`;
    default:
      return kind satisfies never;
  }
}
