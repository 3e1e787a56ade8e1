import canonicalize from 'canonicalize';
import { digestText } from './digest';
import type { DocumentJson, MarkJson, NodeJson } from './document-json';

/**
 * The canonical form of a text: one sequence of bytes for one text, whatever order an editor wrote its
 * attributes or marks in. Strings are NFC; attributes that are null or absent are the same thing and left out;
 * marks are sorted by type; neighbouring runs with equal marks are one run; the result is RFC 8785 JSON.
 */
export function canonicalText(document: DocumentJson): string {
  const text = canonicalize(canonicalNode(document));
  if (text === undefined) throw new Error('canonicalText: the document has no JSON form');
  return text;
}

/** SHA-256 (hex) of the canonical form in UTF-8: the fingerprint that a decision names and evidence signs. */
export function textHash(document: DocumentJson): string {
  return digestText(canonicalText(document));
}

/** The same document with every node in canonical form; idempotent. */
export function canonicalDocument(document: DocumentJson): DocumentJson {
  return canonicalNode(document) as DocumentJson;
}

function canonicalNode(node: NodeJson): NodeJson {
  const attrs = canonicalAttrs(node.attrs);
  const marks = canonicalMarks(node.marks);
  const content = canonicalContent(node.content ?? []);
  return {
    type: node.type,
    ...(attrs === undefined ? {} : { attrs }),
    ...(node.text === undefined ? {} : { text: node.text.normalize('NFC') }),
    ...(marks === undefined ? {} : { marks }),
    ...(content.length === 0 ? {} : { content }),
  };
}

function canonicalContent(children: readonly NodeJson[]): NodeJson[] {
  const runs: NodeJson[][] = [];
  for (const child of children) {
    const node = canonicalNode(child);
    if (node.type === 'text' && node.text === '') continue;
    const first = runs.at(-1)?.[0];
    if (first?.type === 'text' && node.type === 'text' && sameMarks(first.marks, node.marks)) {
      runs.at(-1)?.push(node);
    } else {
      runs.push([node]);
    }
  }
  return runs.flatMap(joinedRun);
}

/** Equal neighbours as one, composed once at the end: a line may come in a hundred thousand pieces. */
function joinedRun(run: readonly NodeJson[]): readonly NodeJson[] {
  const [first] = run;
  if (first === undefined || run.length === 1) return run;
  return [
    {
      ...first,
      text: run
        .map(({ text }) => text ?? '')
        .join('')
        .normalize('NFC'),
    },
  ];
}

/** Attributes as the canonical form has them: null and absent are left out, strings are NFC; undefined where none is left. */
export function canonicalAttrs(attrs: NodeJson['attrs']): Record<string, unknown> | undefined {
  const kept = Object.entries(attrs ?? {})
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([name, value]) => [name, typeof value === 'string' ? value.normalize('NFC') : value]);
  return kept.length === 0 ? undefined : Object.fromEntries(kept);
}

/** Marks as the canonical form has them, sorted by type; undefined where there are none. */
export function canonicalMarks(marks: readonly MarkJson[] | undefined): MarkJson[] | undefined {
  if (marks === undefined || marks.length === 0) return undefined;
  return marks
    .map((mark) => {
      const attrs = canonicalAttrs(mark.attrs);
      return attrs === undefined ? { type: mark.type } : { type: mark.type, attrs };
    })
    .sort((a, b) => (a.type < b.type ? -1 : a.type > b.type ? 1 : 0));
}

/** Whether two canonical mark lists are equal. */
export function sameMarks(a: readonly MarkJson[] | undefined, b: readonly MarkJson[] | undefined): boolean {
  if (a === b) return true;
  if ((a?.length ?? 0) !== (b?.length ?? 0)) return false;
  return canonicalize(a ?? []) === canonicalize(b ?? []);
}
