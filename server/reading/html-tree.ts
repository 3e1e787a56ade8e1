import {
  type DefaultTreeAdapterMap,
  type DefaultTreeAdapterTypes,
  defaultTreeAdapter,
  Parser,
  type TreeAdapter,
} from 'parse5';
import { BeyondLimit, DEEPEST_HTML, MOST_PIECES } from './limits';

export type HtmlElement = DefaultTreeAdapterTypes.Element;
export type HtmlNode = DefaultTreeAdapterTypes.ChildNode;

/** Attributes of one element; finding double ones costs their square. */
const MOST_ATTRIBUTES = 1000;
const CHUNK = 1 << 14;

/**
 * The tree of a page as a browser would build it, with nothing run and nothing fetched. Throws `BeyondLimit`
 * while reading, before anything large has been made: elements within elements cost their square to look up.
 */
export function parseHtml(html: string): DefaultTreeAdapterTypes.Document {
  const parser = new Parser<DefaultTreeAdapterMap>({
    treeAdapter: boundedAdapter(),
    scriptingEnabled: false,
  });
  for (let at = 0; at < html.length; at += CHUNK) {
    parser.tokenizer.write(html.slice(at, at + CHUNK), false);
    if (attributesInHand(parser) > MOST_ATTRIBUTES) throw new BeyondLimit('FI7', MOST_ATTRIBUTES);
  }
  parser.tokenizer.write('', true);
  return parser.document;
}

/** How many attributes the tag has that the tokenizer is in the middle of; it does not say so by itself. */
function attributesInHand(parser: Parser<DefaultTreeAdapterMap>): number {
  const token = Reflect.get(parser.tokenizer, 'currentToken') as {
    readonly attrs?: readonly unknown[];
  } | null;
  return token?.attrs?.length ?? 0;
}

function boundedAdapter(): TreeAdapter<DefaultTreeAdapterMap> {
  let pieces = 0;
  let depth = 0;
  const count = () => {
    pieces += 1;
    if (pieces > MOST_PIECES) throw new BeyondLimit('FI7', MOST_PIECES);
  };
  return {
    ...defaultTreeAdapter,
    createElement: (name, namespace, attributes) => {
      count();
      return defaultTreeAdapter.createElement(name, namespace, attributes);
    },
    createCommentNode: (words) => {
      count();
      return defaultTreeAdapter.createCommentNode(words);
    },
    onItemPush: () => {
      depth += 1;
      if (depth > DEEPEST_HTML) throw new BeyondLimit('FI6', DEEPEST_HTML);
    },
    onItemPop: () => {
      depth -= 1;
    },
  };
}

export function isElement(node: HtmlNode): node is HtmlElement {
  return 'tagName' in node;
}

/** The value of an attribute, or null. */
export function attributeOf(element: HtmlElement, name: string): string | null {
  return element.attrs.find((attribute) => attribute.name === name)?.value ?? null;
}

/** All words below a node; the tree is bounded in depth. */
export function wordsOf(node: HtmlNode): string {
  if (node.nodeName === '#text') return 'value' in node ? node.value : '';
  return 'childNodes' in node ? node.childNodes.map(wordsOf).join('') : '';
}

/** The first words below a node, for a list of what is left out. */
export function firstWords(node: HtmlNode): string {
  let words = '';
  const open: HtmlNode[] = [node];
  for (let next = open.pop(); next !== undefined && words.length < 200; next = open.pop()) {
    if ('value' in next) words += next.value.slice(0, 200);
    else if ('childNodes' in next) open.push(...[...next.childNodes].slice(0, 200).reverse());
  }
  return words;
}
