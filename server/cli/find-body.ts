import { findBodyByAcronym, listBodies } from '../../db/bodies';
import { CommandError } from './command';
import type { Workspace } from './workspace';

/** The id of the body with this acronym. */
export function bodyIdOf({ runtime }: Workspace, acronym: string): string {
  const body = findBodyByAcronym(runtime.db, acronym);
  if (body !== undefined) return body.id;
  const known = listBodies(runtime.db).map((entry) => entry.acronym);
  throw new CommandError(
    known.length === 0
      ? `There is no body ${acronym}: this installation has none yet. An administrator makes it under "Bodies".`
      : `There is no body ${acronym}. Known here: ${known.join(', ')}`,
  );
}
