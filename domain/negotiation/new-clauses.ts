import { type Clause, nodeAt } from '../text/clauses';
import type { DocumentJson, NodeJson } from '../text/document-json';
import { isList } from './amend';

/** New clauses that follow each other in one list, one table, or the running text. */
export interface NewClauses {
  /** The clause they come after, null at the beginning of the text. */
  readonly after: string | null;
  /** As they stand in the wanted text: items of one list in one list, with what is nested below them. */
  readonly words: DocumentJson;
  readonly clauses: readonly Clause[];
}

/**
 * The new clauses (`fresh`) of a text, gathered by where a proposal can put them, after those that are `standing` in
 * their places already. Others are passed over. Left out is what no proposal can put where it stands: a list's first
 * items, since an insertion comes after a clause, and a list right behind a list, since its items would join that one.
 */
export function newClausesIn(
  wanted: DocumentJson,
  standing: readonly Clause[],
  fresh: readonly Clause[],
): NewClauses[] {
  const gathering = new Gathering(wanted, standing, fresh);
  gathering.walk(wanted);
  return gathering.found;
}

class Gathering {
  readonly found: NewClauses[] = [];
  private readonly standing: ReadonlyMap<NodeJson, Clause>;
  private readonly fresh: ReadonlyMap<NodeJson, Clause>;
  /** The lists, tables and items in which a clause stands, with the last one that does. */
  private readonly lastStandingIn = new Map<NodeJson, Clause>();

  constructor(wanted: DocumentJson, standing: readonly Clause[], fresh: readonly Clause[]) {
    this.standing = new Map(standing.map((clause) => [clause.node, clause]));
    this.fresh = new Map(fresh.map((clause) => [clause.node, clause]));
    for (const clause of standing) {
      for (let depth = 1; depth <= clause.path.length; depth++) {
        const around = nodeAt(wanted, clause.path.slice(0, depth));
        if (around !== null) this.lastStandingIn.set(around, clause);
      }
    }
  }

  /** Gathers what is new among the children of the text, a list or a table, and in the lists below them. */
  walk(parent: NodeJson): void {
    let after: string | null | undefined = parent.type === 'doc' ? null : undefined;
    let beside: NodeJson | null = null;
    let run: NodeJson[] = [];
    let clauses: Clause[] = [];
    const close = () => {
      if (run.length > 0) {
        const words = wordsOf(parent, run);
        // After a list a list alone would become items of it, and so a table rows.
        const isTaken = beside !== null && isHolder(beside) && run.every((node) => joins(node, beside));
        if (after !== undefined && !isTaken) this.found.push({ after, words, clauses });
      }
      [run, clauses] = [[], []];
    };
    for (const child of parent.content ?? []) {
      const isItself = this.standing.has(child);
      const last = this.lastStandingIn.get(child);
      if (isItself || (isHolder(child) && last !== undefined)) {
        close();
        [after, beside] = [(isItself ? this.standing.get(child) : last)?.id, child];
      } else {
        const kept = this.onlyNew(child, clauses);
        if (kept !== null) run.push(kept);
      }
      if (isHolder(child) && last !== undefined) this.walk(child);
      else for (const list of this.listsApart(child)) this.walk(list);
    }
    close();
  }

  /** The lists below an item that are gathered by themselves: all of one that is not new, of a new one those in which clauses stand. */
  private listsApart(node: NodeJson): NodeJson[] {
    if (node.type !== 'listItem') return [];
    const lists = (node.content ?? []).filter(isList);
    return this.fresh.has(node) ? lists.filter((list) => this.lastStandingIn.has(list)) : lists;
  }

  /** What is new of a node, whose clauses are added to `clauses`; null where nothing is. */
  private onlyNew(node: NodeJson, clauses: Clause[]): NodeJson | null {
    if (isHolder(node)) {
      const content = this.eachNew(node.content ?? [], clauses);
      return content.length === 0 ? null : { ...withoutId(node), content };
    }
    const clause = this.fresh.get(node);
    if (clause === undefined) return null;
    clauses.push(clause);
    if (node.type !== 'listItem' || !node.content?.some(isList)) return node;
    const content = node.content.flatMap((child) => {
      if (!isList(child)) return [child];
      return this.lastStandingIn.has(child) ? [] : this.eachNew([child], clauses);
    });
    return { ...node, content };
  }

  private eachNew(nodes: readonly NodeJson[], clauses: Clause[]): NodeJson[] {
    return nodes.flatMap((node) => this.onlyNew(node, clauses) ?? []);
  }
}

function wordsOf(parent: NodeJson, run: readonly NodeJson[]): DocumentJson {
  const content = parent.type === 'doc' ? run : [{ ...withoutId(parent), content: run }];
  return { type: 'doc', content };
}

/** A list or table under no id: what is proposed with it is not the one that stands. */
function withoutId(holder: NodeJson): NodeJson {
  const { attrs: { id: _, ...attrs } = {}, ...bare } = holder;
  return Object.keys(attrs).length === 0 ? bare : { ...bare, attrs };
}

function joins(node: NodeJson, beside: NodeJson | null): boolean {
  return beside?.type === 'table' ? node.type === 'table' : isList(node);
}

function isHolder(node: NodeJson): boolean {
  return isList(node) || node.type === 'table';
}
