import { signedOutRoute } from '@/app/_lib/download';
import { getViewer } from '@/app/_lib/viewer';
import { search } from '@/server/queries/search';
import { getRuntime } from '@/server/runtime';

const FEW = 8;

/** The first finds for the palette: `{"found": [...]}`. */
export async function GET(request: Request): Promise<Response> {
  const viewer = await getViewer();
  if (viewer === null) return signedOutRoute();
  const question = new URL(request.url).searchParams.get('q') ?? '';
  const { found } = await search(getRuntime(), viewer.actor, question, { limit: FEW });
  return Response.json({ found }, { headers: { 'Cache-Control': 'no-store' } });
}
