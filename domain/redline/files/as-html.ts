import type { MarkJson } from '../../text/document-json';
import { escapedHtml, markedHtml } from '../../text/html-words';
import { footnoteGroups } from '../footnote-groups';
import type { CellRow, RedlineRow, Segment } from '../types';
import { type RedlineFile, signOf, told } from './file';
import { REDLINE_CSS } from './html-style';

/** What the page says it was written by: it is a redline and no text, and is not read as one. */
export const REDLINE_GENERATOR = 'Mufakat redline';

/**
 * A redline as one page that stands by itself: no scripts, nothing fetched, every word escaped. Insertions are
 * underlined, deletions struck through, what moved says so in words: no difference is told by colour alone.
 */
export function redlineHtml(file: RedlineFile): string {
  const { redline, words } = file;
  const page = new Page(file);
  const title = `${words.title}: ${file.from} → ${file.to}`;
  const facts = words
    .summary(redline)
    .map(([name, value]) => `<div><dt>${escapedHtml(name)}</dt><dd>${escapedHtml(value)}</dd></div>`);
  return `<!doctype html>
<html lang="${escapedHtml(words.language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="${REDLINE_GENERATOR}">
<title>${escapedHtml(title)}</title>
<style>${REDLINE_CSS}</style>
</head>
<body>
<header>
<h1>${escapedHtml(words.title)}</h1>
<p class="names"><span>${escapedHtml(file.from)}</span> → <span>${escapedHtml(file.to)}</span></p>
<dl>${facts.join('')}</dl>
<p class="legend"><ins>${escapedHtml(words.legend.inserted)}</ins> <del>${escapedHtml(words.legend.deleted)}</del> <span class="form">${escapedHtml(words.legend.form)}</span> <span class="moved">${escapedHtml(words.legend.moved)}</span></p>
</header>
<main lang="${escapedHtml(file.language)}" aria-label="${escapedHtml(words.text)}">
${page.rows()}
</main>
${page.list()}
</body>
</html>
`;
}

class Page {
  private readonly file: RedlineFile;
  /** Changes whose first place in the text has its anchor. */
  private readonly anchored = new Set<string>();
  private readonly byRow = new Map<number, string[]>();

  constructor(file: RedlineFile) {
    this.file = file;
    for (const { id, row } of file.redline.changes) {
      const known = this.byRow.get(row);
      if (known === undefined) this.byRow.set(row, [id]);
      else known.push(id);
    }
  }

  rows(): string {
    const { rows } = this.file.redline;
    const html: string[] = [];
    for (let at = 0, end = 0; at < rows.length; at = end) {
      end = at + 1;
      if (rows[at]?.cells === undefined) {
        html.push(this.clause(at));
        continue;
      }
      while (rows[end]?.cells !== undefined && isSameTable(rows[at], rows[end])) end += 1;
      const inside = rows.slice(at, end).map((_, index) => this.tableRow(at + index));
      html.push(`<div class="table"><table>\n${inside.join('\n')}\n</table></div>`);
    }
    return html.join('\n');
  }

  list(): string {
    const { redline, words } = this.file;
    const { changes, rows } = redline;
    if (changes.length === 0) return '';
    const entries = changes.map((change) => {
      const place = words.place(rows, change.row);
      const { old, new: fresh, note } = told(this.file, change);
      const texts = [
        ...(old === '' ? [] : [`<del>${escapedHtml(old)}</del>`]),
        ...(fresh === '' ? [] : [note === '' ? `<ins>${escapedHtml(fresh)}</ins>` : escapedHtml(fresh)]),
        ...(note === '' ? [] : [`<em lang="${escapedHtml(words.language)}">${escapedHtml(note)}</em>`]),
      ];
      const what = texts.join(' ');
      return `<li><a href="#${escapedHtml(change.id)}"><b>${escapedHtml(place)}</b> <i>${escapedHtml(words.kind(change))}</i> <span lang="${escapedHtml(this.file.language)}">${what}</span></a></li>`;
    });
    return `<nav aria-label="${escapedHtml(words.changes(changes.length))}">
<h2>${escapedHtml(words.changes(changes.length))}</h2>
<ol>
${entries.join('\n')}
</ol>
</nav>`;
  }

  private clause(index: number): string {
    const row = rowOf(this.file.redline.rows, index);
    const ref = row.new ?? row.old;
    const kind = ref?.kind ?? 'paragraph';
    const isHeading = kind === 'heading' || kind === 'title' || kind === 'annex';
    const tag = isHeading ? `h${Math.min(6, kind === 'heading' ? (ref?.level ?? 1) + 2 : 2)}` : 'p';
    const level =
      ref !== null && !isHeading && ref.level > 1 ? ` data-level="${Math.min(6, ref.level)}"` : '';
    const shown = row.status === 'moved-away' ? '' : this.segments(row.segments);
    const sign = signOf(this.file, row);
    const line =
      row.status === 'moved-away'
        ? ''
        : `<div class="line"><span class="sign">${escapedHtml(sign)}</span><${tag}>${shown}</${tag}></div>`;
    return `<section data-status="${row.status}"${row.changed ? ' data-changed' : ''} data-kind="${escapedHtml(kind)}"${level}>${this.anchors(index)}${this.tag(row, index)}${line}${this.notes(row)}</section>`;
  }

  private tableRow(index: number): string {
    const row = rowOf(this.file.redline.rows, index);
    const cells = row.cells ?? [];
    const remarks = `${this.tag(row, index)}${this.notes(row)}`;
    const inside = row.status === 'moved-away' ? '' : cells.map((cell) => this.cell(cell)).join('');
    const anchors = this.anchors(index);
    const width = Math.max(1, ...[cells.length]);
    const above =
      remarks === '' && anchors === ''
        ? ''
        : `<tr class="remarks"><td colspan="${width}">${anchors}${remarks}</td></tr>`;
    const own =
      inside === ''
        ? ''
        : `<tr data-status="${row.status}"${row.changed ? ' data-changed' : ''}>${inside}</tr>`;
    return `${above}${own}`;
  }

  private cell(cell: CellRow): string {
    const tag = cell.header ? 'th' : 'td';
    return `<${tag} data-status="${cell.status}">${this.segments(cell.segments)}</${tag}>`;
  }

  /** Anchors of changes that no run of words of the row carries. */
  private anchors(index: number): string {
    const row = rowOf(this.file.redline.rows, index);
    const carried = new Set(
      [...row.segments, ...(row.cells ?? []).flatMap((cell) => cell.segments)].map(({ change }) => change),
    );
    const own = (this.byRow.get(index) ?? []).filter((id) => !carried.has(id) && !this.anchored.has(id));
    for (const id of own) this.anchored.add(id);
    const here = `<span id="row-${index}"></span>`;
    return `${own.map((id) => `<span id="${escapedHtml(id)}"></span>`).join('')}${row.counterpart === undefined ? '' : here}`;
  }

  private tag(row: RedlineRow, index: number): string {
    const { redline, words } = this.file;
    const tag = words.tag(row, redline.rows[row.counterpart ?? -1]);
    if (tag === null) return '';
    const said = escapedHtml(tag);
    const isLink = row.counterpart !== undefined && row.counterpart !== index;
    return `<p class="tag">${isLink ? `<a href="#row-${row.counterpart}">${said}</a>` : said}</p>`;
  }

  private notes(row: RedlineRow): string {
    const notes = this.file.words.notes(row);
    return notes.length === 0 ? '' : `<p class="note">${escapedHtml(notes.join('; '))}</p>`;
  }

  private segments(segments: readonly Segment[]): string {
    return footnoteGroups(segments)
      .map((group) => {
        const runs = group.map((segment) => this.run(segment)).join('');
        return group[0]?.footnote === true ? `<small class="fn">${runs}</small>` : runs;
      })
      .join('');
  }

  private run(segment: Segment): string {
    const text = escapedHtml(segment.text).replaceAll('\n', '<br>');
    const shown = segment.marks.reduce(wrapped, text);
    const id = this.anchor(segment.change);
    const { words } = this.file;
    const author =
      segment.author === undefined ? '' : ` title="${escapedHtml(words.author(segment.author))}"`;
    if (segment.op === 'insert') return `<ins${id}${author}>${shown}</ins>`;
    if (segment.op === 'delete') return `<del${id}${author}>${shown}</del>`;
    const isForm = segment.oldMarks !== undefined || segment.invisible !== undefined;
    return isForm ? `<span class="form"${id}>${shown}</span>` : shown;
  }

  private anchor(change: string | undefined): string {
    if (change === undefined || this.anchored.has(change)) return '';
    this.anchored.add(change);
    return ` id="${escapedHtml(change)}"`;
  }
}

const NO_ROW: RedlineRow = {
  status: 'kept',
  old: null,
  new: null,
  segments: [],
  structure: [],
  changed: false,
};

function rowOf(rows: readonly RedlineRow[], index: number): RedlineRow {
  return rows[index] ?? NO_ROW;
}

/** Rows of one table in either text; a row that only one of them has goes with those around it. */
function isSameTable(a: RedlineRow | undefined, b: RedlineRow | undefined): boolean {
  const place = (row: RedlineRow | undefined, side: 'old' | 'new') =>
    row?.[side] == null ? null : row[side].path.slice(0, -1).join('.');
  const [was, is] = [place(a, 'new'), place(b, 'new')];
  if (was !== null && is !== null) return was === is;
  const [old, other] = [place(a, 'old'), place(b, 'old')];
  return old === null || other === null || old === other;
}

function wrapped(html: string, mark: MarkJson): string {
  return markedHtml(html, mark, (_, href) => ` href="${escapedHtml(href)}" rel="noopener noreferrer"`);
}
