import { createRequire } from 'node:module';
import path from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { Sheet } from './sheet';
import { TEMPLATE } from './template';

/** Typesets one sheet after another with the same fonts. */
export interface Typesetter {
  /** The paper as PDF, tagged, by PDF/UA-1 where the text allows it. Throws with Typst's own words where it cannot. */
  typeset(sheet: Sheet): Uint8Array;
}

const FONT_PACKAGES = ['sarabun', 'source-serif-4'] as const;

/**
 * Reading fonts takes a while, so one typesetter serves many papers. The template reads no file and no package, and
 * the workspace is the fonts' own directory: there is nothing else to read.
 */
export function createTypesetter(): Typesetter {
  const require = createRequire(import.meta.url);
  const fontPaths = FONT_PACKAGES.map((name) =>
    path.dirname(require.resolve(`@expo-google-fonts/${name}/package.json`)),
  );
  const compiler = NodeCompiler.create({ workspace: fontPaths[0] ?? '', fontArgs: [{ fontPaths }] });
  return {
    typeset(sheet) {
      const compiled = compiler.compile({
        mainFileContent: TEMPLATE,
        inputs: { sheet: JSON.stringify(sheet) },
      });
      try {
        const document = compiled.result;
        if (document === null) throw new Error(`Typst: ${complaints(compiler, compiled)}`);
        try {
          return compiler.pdf(document, { pdfStandard: 'ua-1' });
        } catch {
          // A sign that no font has, for one, is no PDF/UA. The paper is still tagged.
          return compiler.pdf(document);
        }
      } finally {
        // What was worked out for one text is of no use to the next, and would grow without end.
        compiler.evictCache(0);
      }
    },
  };
}

function complaints(compiler: NodeCompiler, compiled: ReturnType<NodeCompiler['compile']>): string {
  const error = compiled.takeError();
  if (error === null) return 'no document and no reason';
  return compiler
    .fetchDiagnostics(error)
    .map((entry: { message?: unknown }) => String(entry.message ?? ''))
    .join('; ');
}
