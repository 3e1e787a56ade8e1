import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

type Tree = readonly [segment: string | readonly (string | null)[], children: object, ...marks: unknown[]];

/**
 * The `Next-Router-State-Tree` of a browser that has everything of this page but the page itself: the server is asked
 * to render the page alone, without the layouts around it. Null where no folder of `app` answers to the path.
 */
export function leafOnly(pathname: string): string | null {
  const segments = pathname.split('?')[0]?.split('/').filter(Boolean) ?? [];
  const tree = below('app', segments);
  return tree === null ? null : encodeURIComponent(JSON.stringify(['', { children: tree }]));
}

function below(folder: string, segments: readonly string[]): Tree | null {
  const [first, ...rest] = segments;
  if (first === undefined && existsSync(path.join(folder, 'page.tsx')))
    return ['__PAGE__', {}, null, 'refetch'];
  const names = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
  for (const group of names.filter((name) => name.startsWith('('))) {
    const tree = below(path.join(folder, group), segments);
    if (tree !== null) return [group, { children: tree }];
  }
  if (first === undefined) return null;
  const named = names.includes(first) ? below(path.join(folder, first), rest) : null;
  if (named !== null) return [first, { children: named }];
  const dynamic = names.find((name) => /^\[\w+\]$/.test(name));
  const tree = dynamic === undefined ? null : below(path.join(folder, dynamic), rest);
  if (dynamic === undefined || tree === null) return null;
  return [[dynamic.slice(1, -1), first, 'd', null], { children: tree }];
}
