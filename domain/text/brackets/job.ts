import type { AuthoredRuns, RedlineJob } from '../../redline/job';
import { type DocumentJson, type NodeJson, wordsOfLeaf } from '../document-json';
import { writtenText } from './write';

/**
 * A comparison in which brackets are read as the field reads them: signs that came and went among the words. The signs
 * are nobody's hand. Texts without brackets are compared as they are.
 */
export function signedJob(job: RedlineJob): RedlineJob {
  const old = signed(job.oldJson, job.removed);
  const fresh = signed(job.newJson, job.written);
  if (old === null && fresh === null) return job;
  return {
    options: job.options,
    ...(job.sole === undefined ? {} : { sole: job.sole }),
    ...(job.touches === undefined ? {} : { touches: job.touches }),
    ...(job.lacksNames === true ? { lacksNames: true } : {}),
    oldJson: old?.json ?? job.oldJson,
    newJson: fresh?.json ?? job.newJson,
    ...runsOf('removed', old === null ? job.removed : old.runs),
    ...runsOf('written', fresh === null ? job.written : fresh.runs),
  };
}

function runsOf<Name extends string>(
  name: Name,
  runs: AuthoredRuns | undefined,
): Partial<Record<Name, AuthoredRuns>> {
  return runs === undefined ? {} : ({ [name]: runs } as Record<Name, AuthoredRuns>);
}

/** Null where the text holds no bracket. */
function signed(
  json: string,
  runs: AuthoredRuns | undefined,
): { readonly json: string; readonly runs: AuthoredRuns | undefined } | null {
  if (!json.includes('"bracket"')) return null;
  const { document, signs } = writtenText(JSON.parse(json) as DocumentJson, { attribution: 'delegations' });
  return {
    json: JSON.stringify(document),
    runs: runs === undefined ? undefined : withSigns(document, signs, runs),
  };
}

/** The runs of a text, with runs of nobody's where signs were put between its words. */
export function withSigns<T>(
  document: DocumentJson,
  signs: ReadonlySet<NodeJson>,
  runs: readonly (readonly [length: number, hand: T])[],
): [length: number, hand: T | undefined][] {
  const result: [number, T | undefined][] = [];
  let next = 0;
  let left = runs[0]?.[0] ?? 0;
  const visit = (node: NodeJson) => {
    if (node.type !== 'text' && node.type !== 'footnote') {
      for (const child of node.content ?? []) visit(child);
      return;
    }
    let due = wordsOfLeaf(node).length;
    if (signs.has(node)) {
      result.push([due, undefined]);
      return;
    }
    while (due > 0 && next < runs.length) {
      const length = Math.min(due, left);
      if (length > 0) result.push([length, runs[next]?.[1]]);
      due -= length;
      left -= length;
      if (left === 0) {
        next += 1;
        left = runs[next]?.[0] ?? 0;
      }
    }
  };
  visit(document);
  return result;
}
