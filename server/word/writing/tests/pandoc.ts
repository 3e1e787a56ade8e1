import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { doc, paragraph } from '../../../../domain/redline/testing/texts';
import { ask } from '../../../tests/office';
import { textFile } from './files';
import { tidy } from './plain';

/** Pandoc's tree: an element of kind `t` with content `c`. */
interface Element {
  readonly t: string;
  readonly c?: unknown;
}
interface Tree {
  readonly meta: Readonly<Record<string, Element>>;
  readonly blocks: readonly Element[];
}

/**
 * What pandoc reads out of files, in the terms of `readingOf`: one process for all of them, with a file between any
 * two that says where one ends.
 */
export async function pandocReadings(
  files: readonly Uint8Array[],
  changes: 'accept' | 'reject',
): Promise<string[][]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'mufakat-pandoc-'));
  try {
    const border = await textFile(doc(paragraph(BORDER)));
    const names = files
      .flatMap((file) => [file, border])
      .map((bytes, index) => {
        const name = path.join(folder, `${index}.docx`);
        writeFileSync(name, bytes);
        return name;
      });
    const args = ['-f', 'docx', '-t', 'json', `--track-changes=${changes}`];
    const lines = readTree(JSON.parse(ask('pandoc', [...args, ...names])) as Tree);
    const readings: string[][] = [[]];
    for (const line of lines) {
      if (line === BORDER) readings.push([]);
      else readings.at(-1)?.push(line);
    }
    return readings.slice(0, -1);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const BORDER = '* * * next file * * *';

export interface PandocChange {
  readonly kind: string;
  readonly author: string;
  readonly date: string;
  readonly text: string;
}

/** Every tracked change and comment that pandoc sees. */
export function pandocChanges(file: Uint8Array): PandocChange[] {
  const tree = JSON.parse(ask('pandoc', ['-f', 'docx', '-t', 'json', '--track-changes=all'], file)) as Tree;
  const changes: PandocChange[] = [];
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) for (const item of value) walk(item);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return;
    const { t, c } = value as Element;
    if (t === 'Span' && Array.isArray(c)) {
      const [[, classes, pairs], content] = c as [[string, string[], [string, string][]], Element[]];
      const attrs = Object.fromEntries(pairs);
      const kind = classes[0] ?? '';
      if (attrs.author !== undefined) {
        const { text } = inlineText(content);
        changes.push({ kind, author: attrs.author, date: attrs.date ?? '', text });
      }
    }
    for (const inner of Object.values(value)) walk(inner);
  };
  walk(tree.blocks);
  return changes;
}

function readTree(tree: Tree): string[] {
  const lines: string[] = [];
  const leaf = (inlines: readonly Element[]) => {
    const { text, notes } = inlineText(inlines);
    lines.push(...tidy([text, ...notes.map((note) => `^${note}`)]));
  };
  const { title } = tree.meta;
  if (title !== undefined) leaf(title.c as Element[]);
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) {
      for (const item of value) walk(item);
      return;
    }
    if (typeof value !== 'object' || value === null) return;
    const { t, c } = value as Element;
    if (t === 'Para' || t === 'Plain') leaf(c as Element[]);
    else if (t === 'Header') leaf((c as [number, unknown, Element[]])[2]);
    else walk(c);
  };
  walk(tree.blocks);
  return lines;
}

function inlineText(inlines: readonly Element[]): { readonly text: string; readonly notes: string[] } {
  const notes: string[] = [];
  let text = '';
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) {
      for (const item of value) walk(item);
      return;
    }
    if (typeof value !== 'object' || value === null) return;
    const { t, c } = value as Element;
    if (t === 'Str') text += String(c);
    else if (t === 'Space' || t === 'SoftBreak') text += ' ';
    else if (t === 'LineBreak') text += '\n';
    else if (t === 'Note') notes.push(noteText(c as Element[]));
    else if (t === 'Quoted') walk((c as unknown[])[1]);
    else walk(c);
  };
  walk(inlines);
  return { text, notes };
}

function noteText(blocks: readonly Element[]): string {
  return blocks.map((block) => inlineText(block.c as Element[]).text).join('\n');
}
