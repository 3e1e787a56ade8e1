import canonicalize from 'canonicalize';
import { digestText } from './digest';
import type { DocumentJson, MarkJson, NodeJson } from './document-json';

/**
 * The canonical form of a text: one sequence of bytes for one text, whatever order an editor wrote its
 * attributes or marks in. Strings are NFC; attributes that are null or absent are the same thing and left out;
 * marks are sorted by type; neighbouring runs with equal marks are one run; the result is RFC 8785 JSON.
 */
export function canonicalText(document: DocumentJson): string {
  return writtenNode(canonicalNode(document));
}

/** RFC 8785 of a canonical node: its keys are known, so they are written in their order and not sorted. */
function writtenNode({ attrs, content, marks, text, type }: NodeJson): string {
  const parts: string[] = [];
  if (attrs !== undefined) parts.push(`"attrs":${writtenAttrs(attrs)}`);
  if (content !== undefined) parts.push(`"content":[${content.map(writtenNode).join(',')}]`);
  if (marks !== undefined) parts.push(`"marks":${writtenMarks(marks)}`);
  if (text !== undefined) parts.push(`"text":${JSON.stringify(text)}`);
  parts.push(`"type":${JSON.stringify(type)}`);
  return `{${parts.join(',')}}`;
}

function writtenMarks(marks: readonly MarkJson[]): string {
  const written = marks.map(({ type, attrs }) => {
    const own = attrs === undefined ? '' : `"attrs":${writtenAttrs(attrs)},`;
    return `{${own}"type":${JSON.stringify(type)}}`;
  });
  return `[${written.join(',')}]`;
}

function writtenAttrs(attrs: Readonly<Record<string, unknown>>): string {
  const written = Object.keys(attrs)
    .sort()
    .map((name) => {
      const value = attrs[name];
      const isPlain = typeof value === 'string' || typeof value === 'boolean' || Number.isSafeInteger(value);
      return `${JSON.stringify(name)}:${isPlain ? JSON.stringify(value) : canonicalize(value)}`;
    });
  return `{${written.join(',')}}`;
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
  return writtenMarks(a ?? []) === writtenMarks(b ?? []);
}
