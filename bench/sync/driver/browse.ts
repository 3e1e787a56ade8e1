import { sleep } from './client';
import { Histogram } from './histogram';
import type { BrowseJob, BrowseResult, PagesTarget } from './jobs';

/** Requests for pages follow one another at this distance, whatever the answers take. */
const CLICK_MS = 200;
/** Somebody signs in by password this often: each time a hash that is meant to be slow. */
const SIGN_IN_MS = 2000;

/** What people do besides typing: they read pages, sign in, and one compares two long texts again and again. */
export async function browse(job: BrowseJob): Promise<BrowseResult> {
  const { pages } = job.target;
  if (pages === undefined) throw new Error('browse: the target has no pages');
  const cookie = await signIn(pages);
  const end = performance.now() + job.seconds * 1000;
  const pageTimes = new Histogram();
  const comparisonTimes = new Histogram();
  let failed = 0;
  const fetchTimed = async (path: string, into: Histogram) => {
    const asked = performance.now();
    const response = await fetch(pages.url + path, { headers: { cookie } });
    await response.arrayBuffer();
    if (response.status === 200) into.add(performance.now() - asked);
    else failed += 1;
  };
  await Promise.all([
    atIntervals(CLICK_MS, end, (click) =>
      fetchTimed(pages.paths[click % pages.paths.length] ?? '/', pageTimes),
    ),
    atIntervals(SIGN_IN_MS, end, () => signIn(pages)),
    atIntervals(0, end, () => fetchTimed(pages.comparison, comparisonTimes)),
  ]);
  return { pages: pageTimes.summary(), comparisons: comparisonTimes.summary(), failed };
}

/** Begins work at least this far apart, one after another, until the end. */
export async function atIntervals(
  ms: number,
  end: number,
  work: (round: number) => Promise<unknown>,
): Promise<void> {
  for (let round = 0; performance.now() < end; round += 1) {
    const next = performance.now() + ms;
    await work(round);
    await sleep(Math.max(0, Math.min(next, end) - performance.now()));
  }
}

/** Signs in as the sign-in page does; the cookies of the session. */
export async function signIn({ url, email, password }: PagesTarget): Promise<string> {
  const question = await fetch(`${url}/api/auth/csrf`);
  const { csrfToken } = (await question.json()) as { csrfToken: string };
  const answer = await fetch(`${url}/api/auth/callback/password`, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie: cookiesOf(question), origin: url },
    body: new URLSearchParams({ csrfToken, email, password, json: 'true' }),
  });
  const cookies = cookiesOf(answer);
  if (!cookies.includes('session=')) throw new Error(`browse: signing in was answered ${answer.status}`);
  return cookies;
}

function cookiesOf(response: Response): string {
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}
