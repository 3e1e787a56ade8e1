'use server';

import { getViewer } from '@/app/_lib/viewer';
import { getRuntime } from '@/server/runtime';
import { leadRoom } from '@/server/use-cases/lead-room';

/** Whoever may not lead leads nobody: the room stays where it is. */
export async function leadAction(documentId: string, clauseId: string | null): Promise<void> {
  const viewer = await getViewer();
  if (viewer === null) return;
  await leadRoom(getRuntime(), viewer.actor, { documentId: String(documentId), clauseId });
}
