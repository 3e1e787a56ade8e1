import { canonicalDocument } from '../../text/canonical';
import { digestText } from '../../text/digest';
import type { DocumentJson } from '../../text/document-json';
import type { Redline } from '../types';
import { CanonicalPlaces } from './canonical-places';
import { keepWords } from './kept-words';
import { listChanges } from './listed-changes';
import { placeRows } from './runs';
import { SideCursor } from './side-cursor';
import { Stretches } from './stretches';
import { CHANGE_LIST_FORMAT, type ChangeList } from './types';

/** The list of changes of a redline and the two texts it was made of; throws where it was made of others. */
export function changeListOf(redline: Redline, oldText: DocumentJson, newText: DocumentJson): ChangeList {
  const old = sideOf(oldText, redline.oldHash);
  const fresh = sideOf(newText, redline.newHash);
  const rows = placeRows(redline, old, fresh);
  const stretches = new Stretches(old.places.text, fresh.places.text);
  for (const placed of rows) keepWords(placed, old.places, fresh.places, stretches);
  return {
    format: CHANGE_LIST_FORMAT,
    algorithm: redline.algorithm,
    oldHash: redline.oldHash,
    newHash: redline.newHash,
    summary: redline.summary,
    changes: listChanges(redline, rows, old, fresh),
    exact: stretches.difference(),
  };
}

function sideOf(text: DocumentJson, hash: string): SideCursor {
  const places = new CanonicalPlaces(canonicalDocument(text));
  if (digestText(places.text) !== hash) throw new Error('changeListOf: the redline was made of another text');
  return new SideCursor(text, places);
}
