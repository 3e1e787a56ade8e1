import type { DocumentJson, MarkJson, NodeJson } from '../../text/document-json';

/** Short hands for documents in tests and benches. A string is running text; inline nodes can be mixed in. */
export type Inline = string | NodeJson;

export function doc(...content: NodeJson[]): DocumentJson {
  return { type: 'doc', content };
}

export function block(type: string, attrs: Record<string, unknown>, ...content: Inline[]): NodeJson {
  return {
    type,
    ...(Object.keys(attrs).length === 0 ? {} : { attrs }),
    ...(content.length === 0 ? {} : { content: content.map(inline) }),
  };
}

export function paragraph(...content: Inline[]): NodeJson {
  return block('paragraph', {}, ...content);
}

/** A paragraph with a stable id. */
export function clause(id: string, ...content: Inline[]): NodeJson {
  return block('paragraph', { id }, ...content);
}

export function operative(level: number, ...content: Inline[]): NodeJson {
  return block('operative', { level }, ...content);
}

export function heading(level: number, ...content: Inline[]): NodeJson {
  return block('heading', { level }, ...content);
}

export function marked(text: string, ...marks: (string | MarkJson)[]): NodeJson {
  return {
    type: 'text',
    text,
    marks: marks.map((mark) => (typeof mark === 'string' ? { type: mark } : mark)),
  };
}

export function link(text: string, href: string): NodeJson {
  return marked(text, { type: 'link', attrs: { href } });
}

export function footnote(text: string): NodeJson {
  return { type: 'footnote', attrs: { text } };
}

export function lineBreak(): NodeJson {
  return { type: 'hardBreak' };
}

export function list(type: 'bulletList' | 'orderedList', ...items: (string | NodeJson)[]): NodeJson {
  return {
    type,
    content: items.map((item) => (typeof item === 'string' ? listItem(paragraph(item)) : item)),
  };
}

export function listItem(...content: NodeJson[]): NodeJson {
  return { type: 'listItem', content };
}

export function table(...rows: NodeJson[]): NodeJson {
  return { type: 'table', content: rows };
}

export function row(...cells: (string | NodeJson)[]): NodeJson {
  return { type: 'tableRow', content: cells.map((text) => cell('tableCell', text)) };
}

export function headerRow(...cells: (string | NodeJson)[]): NodeJson {
  return { type: 'tableRow', content: cells.map((text) => cell('tableHeader', text)) };
}

function cell(type: 'tableCell' | 'tableHeader', content: string | NodeJson): NodeJson {
  return {
    type,
    content: [
      typeof content === 'string' ? (content === '' ? { type: 'paragraph' } : paragraph(content)) : content,
    ],
  };
}

function inline(content: Inline): NodeJson {
  return typeof content === 'string' ? { type: 'text', text: content } : content;
}
