import { leafOnly } from './router-tree';

/** One way of asking for a page that past versions of Next let past whatever guarded its plain address. */
export interface Disguise {
  readonly name: string;
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** As long as Next once believed it: each name of a guard, five times. */
const CHAIN = ['middleware', 'src/middleware', 'proxy', 'src/proxy', 'pages/_middleware']
  .flatMap((name) => Array.from({ length: 5 }, () => name))
  .join(':');

/** What a guard or a proxy would have said, at once: none of it is anybody's here. */
export const OF_GUARDS: Readonly<Record<string, string>> = {
  'x-middleware-subrequest': CHAIN,
  'x-middleware-rewrite': '/meetings',
  'x-original-url': '/',
  'x-rewrite-url': '/',
  'x-forwarded-host': 'evil.test',
  'x-nextjs-data': '1',
  'x-matched-path': '/meetings',
  'x-invoke-path': '/meetings',
  'x-now-route-matches': '1',
};

const PREFETCH = { rsc: '1', 'next-router-prefetch': '1' } as const;

/** Disguises by headers, on the plain address of a page. */
export function headersFor(page: string): Disguise[] {
  const tree = leafOnly(page);
  const sets: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    'headers of a guard': OF_GUARDS,
    RSC: { rsc: '1' },
    'a prefetch of the page': { rsc: '1', 'next-router-prefetch': '2' },
    'a prefetch of the tree': { ...PREFETCH, 'next-router-segment-prefetch': '/_tree' },
    'a prefetch of all segments': { ...PREFETCH, 'next-router-segment-prefetch': '/_full' },
    ...(tree === null
      ? {}
      : { 'the page without its layouts': { rsc: '1', 'next-router-state-tree': tree } }),
  };
  return Object.entries(sets).map(([name, headers]) => ({ name, target: page, headers }));
}

/** Disguises by another address for the same page. */
export function addressesFor(page: string): Disguise[] {
  const [pathname = '/', query] = page.split('?');
  const search = query === undefined ? '' : `?${query}`;
  const encoded = pathname.replace(/[a-z]/, (letter) => `%${letter.charCodeAt(0).toString(16)}`);
  const targets: Readonly<Record<string, string>> = {
    'the address of its RSC': `${pathname}.rsc${search}`,
    'the address of its segments': `${pathname}.segments/_tree.segment.rsc${search}`,
    'the address of its data': `/_next/data/build${pathname}.json${search}`,
    'an RSC query': `${pathname}${search}${search === '' ? '?' : '&'}_rsc=1a2b3`,
    'an encoded letter': `${encoded}${search}`,
    'an encoded slash': `/%2f${pathname.slice(1)}${search}`,
    'two slashes': `/${pathname}${search}`,
    'a step out and back': `/x/..${pathname}${search}`,
    'an encoded step': `/%2e${pathname}${search}`,
    'a slash at the end': `${pathname}/${search}`,
    'a locale before it': `/en${pathname}${search}`,
  };
  return Object.entries(targets).map(([name, target]) => ({ name, target, headers: {} }));
}
