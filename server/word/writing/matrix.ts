import {
  AlignmentType,
  Document,
  Footer,
  type IRunOptions,
  Packer,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { MatrixPaper } from '../../../domain/plan/paper';
import { pageWords } from './file';
import { FONTS } from './stylesheet';

const FONT = { ascii: FONTS.latin, hAnsi: FONTS.latin, cs: FONTS.thai, eastAsia: FONTS.eastAsian };
/** Twentieths of a point: A4 lying down, and what its margins leave. */
const PAGE = { width: 11_906, height: 16_838, margin: 850 };
const WIDTH = PAGE.height - 2 * PAGE.margin;

/** The matrix of a work plan as a Word file: a table that repeats its head on every page, areas as rows across it. */
export async function matrixFile(paper: MatrixPaper): Promise<Uint8Array> {
  const runs = runsIn(paper.language);
  const widths = paper.columns.map(({ share }) => Math.round((WIDTH * share) / 100));
  const cell = (lines: readonly string[], column: number, more: IRunOptions = {}) =>
    new TableCell({
      width: { size: widths[column] ?? 0, type: WidthType.DXA },
      margins: { top: 50, bottom: 50, left: 80, right: 80 },
      children: lines.map((line) => new Paragraph({ children: [runs(line, { size: 18, ...more })] })),
    });
  const rows = [
    new TableRow({
      tableHeader: true,
      cantSplit: true,
      children: paper.columns.map(({ head }, column) => cell([head], column, { bold: true })),
    }),
    ...paper.groups.flatMap((group) => [
      new TableRow({
        cantSplit: true,
        children: [
          new TableCell({
            columnSpan: paper.columns.length,
            shading: { fill: 'EEEAE0' },
            margins: { top: 70, bottom: 70, left: 80, right: 80 },
            children: [
              new Paragraph({ keepNext: true, children: [runs(group.title, { bold: true, size: 20 })] }),
            ],
          }),
        ],
      }),
      ...group.rows.map(
        (row) => new TableRow({ cantSplit: true, children: row.map((lines, column) => cell(lines, column)) }),
      ),
    ]),
  ];
  const document = new Document({
    title: paper.title,
    creator: 'Mufakat',
    sections: [
      {
        properties: {
          page: {
            size: { width: PAGE.width, height: PAGE.height, orientation: PageOrientation.LANDSCAPE },
            margin: { top: PAGE.margin, bottom: PAGE.margin, left: PAGE.margin, right: PAGE.margin },
          },
        },
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                alignment: AlignmentType.RIGHT,
                children: [new TextRun({ children: [...pageWords(paper.pages)], size: 16, font: FONT })],
              }),
            ],
          }),
        },
        children: [
          new Paragraph({ spacing: { after: 60 }, children: [runs(paper.title, { bold: true, size: 32 })] }),
          new Paragraph({ spacing: { after: 240 }, children: [runs(paper.lead, { size: 20 })] }),
          new Table({ rows, columnWidths: widths, width: { size: WIDTH, type: WidthType.DXA } }),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

/** Runs in the reader's language; Word takes Thai letters in the size and font of complex scripts. */
function runsIn(language: string) {
  const spoken = language === 'th-TH' ? { value: 'en-GB', bidirectional: language } : { value: language };
  return (text: string, more: IRunOptions) =>
    new TextRun({
      ...more,
      text,
      font: FONT,
      language: spoken,
      ...(more.size === undefined ? {} : { sizeComplexScript: more.size }),
      ...(more.bold === undefined ? {} : { boldComplexScript: more.bold }),
    });
}
