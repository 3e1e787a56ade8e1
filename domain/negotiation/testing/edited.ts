import fc from 'fast-check';
import type { DocumentJson, NodeJson } from '../../text/document-json';

type Fate = 'kept' | 'reworded' | 'emptied' | 'gone' | 'before' | 'after' | 'moved' | 'blank';

const FATES: fc.Arbitrary<Fate> = fc.oneof(
  { weight: 8, arbitrary: fc.constant<Fate>('kept') },
  { weight: 2, arbitrary: fc.constantFrom<Fate>('reworded', 'gone', 'after') },
  { weight: 1, arbitrary: fc.constantFrom<Fate>('before', 'emptied', 'blank', 'moved') },
);

type Shape = 'operative' | 'paragraph' | 'bulletList' | 'orderedList' | 'table';
const SHAPES = fc.constantFrom<Shape>(
  'operative',
  'operative',
  'paragraph',
  'bulletList',
  'orderedList',
  'table',
);

interface Recipe {
  readonly shape: Shape;
  /** Of a list: for each item how many stand below it; of a table its rows. */
  readonly items: readonly number[];
  readonly fates: readonly Fate[];
  readonly added: Shape;
  readonly count: number;
}

const recipe: fc.Arbitrary<Recipe> = fc.record({
  shape: SHAPES,
  items: fc.array(fc.constantFrom(0, 0, 0, 1, 2), { minLength: 1, maxLength: 4 }),
  fates: fc.array(FATES, { minLength: 13, maxLength: 13 }),
  added: SHAPES,
  count: fc.integer({ min: 1, max: 3 }),
});

/** A text and what edits of all kinds made of it; each clause has words that no other has. */
export const edited: fc.Arbitrary<readonly [DocumentJson, DocumentJson]> = fc
  .array(recipe, { minLength: 1, maxLength: 6 })
  .map((recipes) => new Editing().texts(recipes));

class Editing {
  private ids = 0;
  private news = 0;
  private readonly away: NodeJson[] = [];

  texts(recipes: readonly Recipe[]): readonly [DocumentJson, DocumentJson] {
    const base = [clause('operative', 'c_0', 'always')];
    const wanted = [...base];
    for (const one of recipes) {
      const block = this.block(one);
      base.push(block);
      const fates = [...one.fates];
      const next = () => fates.shift() ?? 'kept';
      wanted.push(
        ...this.divided(this.edited(block, one, next), one, next),
        ...(next() === 'after' ? this.added(one) : []),
      );
      // What moved out of an earlier block stands behind this one.
      if (one.count === 1) wanted.push(...this.away.splice(0));
    }
    return [doc(base), doc([...wanted, ...this.away])];
  }

  private block({ shape, items }: Recipe): NodeJson {
    if (shape === 'table') return { type: shape, content: items.map(() => this.row(this.name(), 'words')) };
    if (shape === 'operative' || shape === 'paragraph')
      return clause(shape, this.name(), `words ${this.ids}`);
    const content = items.map((below) => {
      const item = listItem(this.name(), `words ${this.ids}`);
      const nested = Array.from({ length: below }, () => listItem(this.name(), `words ${this.ids}`));
      return nested.length === 0
        ? item
        : { ...item, content: [...(item.content ?? []), list(shape, nested)] };
    });
    return list(shape, content);
  }

  /** `away` takes what moves: behind all others of its list or table, or behind a later block. */
  private edited(node: NodeJson, how: Recipe, next: () => Fate, away = this.away): NodeJson[] {
    if (isHolder(node)) {
      const last: NodeJson[] = [];
      const edited = (node.content ?? []).flatMap((child) => this.edited(child, how, next, last));
      const content = [...edited, ...last];
      return content.length === 0 ? [] : [{ ...node, content }];
    }
    const fate = next();
    const own = node.type === 'listItem' ? this.withEditedLists(node, how, next) : node;
    const like = () => this.like(node, how);
    switch (fate) {
      case 'kept':
        return [own];
      case 'reworded':
        return [mapText(own, (text) => `other ${text}`)];
      case 'emptied':
        return [mapText(own, () => '')];
      case 'gone':
        return (own.content ?? [])
          .filter((child) => child.type.endsWith('List'))
          .flatMap(({ content }) => content ?? []);
      case 'before':
        return [...like(), own];
      case 'after':
        return [own, ...like()];
      case 'blank':
        return [
          own,
          ...like()
            .slice(0, 1)
            .map((one) => mapText(one, () => '')),
          ...like(),
        ];
      case 'moved':
        away.push(own);
        return [];
    }
  }

  /** A list or table may come to stand in two, with or without something between. */
  private divided(blocks: readonly NodeJson[], how: Recipe, next: () => Fate): readonly NodeJson[] {
    const [block] = blocks;
    const { content = [] } = block ?? {};
    if (block === undefined || !isHolder(block) || content.length < 2 || next() !== 'gone') return blocks;
    const between = how.count === 1 ? [] : this.added(how);
    return [{ ...block, content: content.slice(0, 1) }, ...between, { ...block, content: content.slice(1) }];
  }

  private withEditedLists(item: NodeJson, how: Recipe, next: () => Fate): NodeJson {
    const content = (item.content ?? []).flatMap((child) =>
      child.type.endsWith('List') ? this.edited(child, how, next) : [child],
    );
    return { ...item, content };
  }

  /** New neighbours of a clause: of its list, of its table, or blocks of any kind. */
  private like(node: NodeJson, how: Recipe): NodeJson[] {
    const many = Array.from({ length: how.count }, () => null);
    if (node.type === 'tableRow') return many.map(() => this.row(null, 'new'));
    if (node.type === 'listItem') return many.map(() => listItem(null, this.word()));
    return this.added(how);
  }

  private added({ added, count }: Recipe): NodeJson[] {
    const many = Array.from({ length: count }, () => null);
    if (added === 'table') return [{ type: added, content: many.map(() => this.row(null, 'new')) }];
    if (added === 'operative' || added === 'paragraph')
      return many.map(() => clause(added, null, this.word()));
    return [
      list(
        added,
        many.map(() => listItem(null, this.word())),
      ),
    ];
  }

  private row(id: string | null, words: string): NodeJson {
    const cells = ['left', 'right'].map((side) => ({
      type: 'tableCell',
      content: [paragraph(`${side} ${id === null ? this.word() : `${words} ${id}`}`)],
    }));
    return { type: 'tableRow', attrs: id === null ? {} : { id }, content: cells };
  }

  private name(): string {
    this.ids += 1;
    return `c_${this.ids}`;
  }

  private word(): string {
    this.news += 1;
    return `new ${this.news}`;
  }
}

const isHolder = ({ type }: NodeJson) => type === 'table' || type.endsWith('List');
const doc = (content: readonly NodeJson[]): DocumentJson => ({ type: 'doc', content });
const list = (type: string, items: readonly NodeJson[]): NodeJson =>
  type === 'orderedList' ? { type, attrs: { start: 1 }, content: items } : { type, content: items };

function paragraph(text: string): NodeJson {
  return { type: 'paragraph', content: [{ type: 'text', text }] };
}

function listItem(id: string | null, text: string): NodeJson {
  return { type: 'listItem', attrs: id === null ? {} : { id }, content: [paragraph(text)] };
}

function clause(type: string, id: string | null, text: string): NodeJson {
  const attrs = type === 'operative' ? { level: 1 } : {};
  return { ...paragraph(text), type, attrs: id === null ? attrs : { ...attrs, id } };
}

/** The words of a clause without what is nested below it. */
function mapText(node: NodeJson, change: (text: string) => string): NodeJson {
  const content = (node.content ?? []).flatMap((child) => {
    if (child.type.endsWith('List')) return [child];
    if (child.type !== 'text') return [mapText(child, change)];
    const text = change(child.text ?? '');
    return text === '' ? [] : [{ ...child, text }];
  });
  return { ...node, content };
}
