import type { MarkJson, NodeJson } from '../../domain/text/document-json';

/** What the next block of running text will be. `isKept`: also where it turns out to be empty. */
export interface BlockForm {
  readonly type: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
  readonly isKept: boolean;
}

const PARAGRAPH: BlockForm = { type: 'paragraph', isKept: false };

/**
 * Blocks as they are written one after the other: words gather on a line until a border ends it. Spaces run
 * together as in a browser, unless a block says that every letter counts.
 */
export class Flow {
  readonly blocks: NodeJson[] = [];
  private line: NodeJson[] = [];
  private form = PARAGRAPH;
  private isVerbatim = false;

  words(text: string, marks: readonly MarkJson[]): void {
    if (text === '') return;
    const last = this.line.at(-1);
    const endsInSpace =
      last === undefined ||
      last.type === 'hardBreak' ||
      (last.type === 'text' && /[ \t\n]$/.test(last.text ?? ''));
    const shown = this.isVerbatim ? text : collapsed(text, endsInSpace);
    if (shown !== '') this.inline({ type: 'text', text: shown }, marks);
  }

  inline(node: NodeJson, marks: readonly MarkJson[]): void {
    this.line.push(marks.length === 0 ? node : { ...node, marks });
  }

  /** A block of running text, whose words `inside` writes. Blocks within it come after each other. */
  block(form: BlockForm, isVerbatim: boolean, inside: () => void): void {
    this.end();
    const [outer, wasVerbatim] = [this.form, this.isVerbatim];
    this.form = form;
    this.isVerbatim = isVerbatim;
    inside();
    if (form.isKept && this.line.length === 0) this.put([]);
    this.end();
    this.form = outer;
    this.isVerbatim = wasVerbatim;
  }

  /** A block that is no running text. */
  whole(node: NodeJson): void {
    this.end();
    this.blocks.push(node);
  }

  /** A border: the words so far are a block of their own. */
  end(): void {
    const line = this.isVerbatim ? this.line : trimmed(this.line);
    this.line = [];
    if (line.length > 0) this.put(line);
  }

  private put(content: readonly NodeJson[]): void {
    const { type, attrs } = this.form;
    this.blocks.push({
      type,
      ...(attrs === undefined ? {} : { attrs }),
      ...(content.length === 0 ? {} : { content }),
    });
  }
}

/** Line ends, tabs and spaces of HTML are one space; a no-break space is a letter. */
function collapsed(text: string, afterSpace: boolean): string {
  const joined = text.replace(/[ \t\n\r\f]+/g, ' ');
  return afterSpace ? joined.replace(/^ /, '') : joined;
}

/** Without the spaces and line breaks that end a block, which no browser shows. */
function trimmed(line: readonly NodeJson[]): NodeJson[] {
  const kept = [...line];
  for (let last = kept.at(-1); last !== undefined; last = kept.at(-1)) {
    if (last.type === 'hardBreak') {
      kept.pop();
      continue;
    }
    if (last.type !== 'text') break;
    const text = (last.text ?? '').replace(/[ \t\n]+$/, '');
    kept.pop();
    if (text === '') continue;
    kept.push({ ...last, text });
    break;
  }
  return kept;
}
