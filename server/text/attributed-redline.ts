import { compareTexts } from '../../domain/redline';
import type { AuthoredRuns, RedlineJob } from '../../domain/redline/job';
import { withMakers } from '../../domain/redline/makers';
import type { Redline } from '../../domain/redline/types';
import type { DocumentJson } from '../../domain/text/document-json';
import { layHands } from '../../domain/text/ledger/lay';
import { type AuthoredText, rowsSetAnew, signedBy, withAuthors } from './redline-authors';

/**
 * The redline of two texts with the delegations that wrote and took away its runs, where they are known. Pure; the
 * pages' worker and those that write Word and PDF call it. `algorithm` names the ICU version too: word breaks of
 * Thai, Lao, Khmer and Burmese come from it.
 */
export function attributedRedline({
  oldJson,
  newJson,
  options,
  written,
  removed,
  touches,
  sole,
}: RedlineJob): Redline {
  const oldText = JSON.parse(oldJson) as DocumentJson;
  const newText = JSON.parse(newJson) as DocumentJson;
  const compared = compareTexts(oldText, newText, options);
  const redline = { ...compared, algorithm: `${compared.algorithm} icu-${process.versions.icu}` };
  const [fresh, gone] = [laid(newText, written), laid(oldText, removed)];
  const named = fresh === null && gone === null ? redline : withAuthors(redline, fresh, gone);
  const made =
    touches === undefined
      ? named
      : withMakers(named, touches, gone === null ? null : rowsSetAnew(redline, gone));
  return sole === undefined ? made : signedBy(made, sole);
}

function laid(text: DocumentJson, runs: AuthoredRuns | undefined): AuthoredText | null {
  if (runs === undefined) return null;
  return layHands(
    text,
    runs.map(([length, author]) => ({ length, hand: { author } })),
  );
}
