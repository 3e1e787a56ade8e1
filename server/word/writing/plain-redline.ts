import { withTrailFooter, withTrailLine } from '../../../domain/audit/trail-line';
import { redlineHtml } from '../../../domain/redline/files/as-html';
import { redlinePlain } from '../../../domain/redline/files/as-plain';
import type { RedlineFile } from '../../../domain/redline/files/file';
import { listSigns } from '../../../domain/redline/files/list-signs';
import { movesApart } from '../../../domain/redline/files/moves-apart';
import { changeListFile, changeListOf } from '../../../domain/redline/list';
import type { Redline } from '../../../domain/redline/types';
import type { DocumentJson } from '../../../domain/text/document-json';
import type { RedlineFileFormat, RedlineFileOptions, RedlinePaper } from '../../../domain/text/paper';
import { redlineWords } from '../../../messages/redline-words';
import { attributedRedline } from '../../text/attributed-redline';

/** A redline as a web page, plain text or list of changes, in UTF-8: written where the Word file of it is. */
export function plainRedline(
  { job, locale, document, delegations, trail = null }: RedlinePaper,
  names: { readonly from: string; readonly to: string },
  { format, moves, authors }: RedlineFileOptions & { readonly format: Exclude<RedlineFileFormat, 'docx'> },
): Uint8Array {
  const old = JSON.parse(job.oldJson) as DocumentJson;
  const fresh = JSON.parse(job.newJson) as DocumentJson;
  const redline = attributedRedline(
    authors === 'neutral' ? { oldJson: job.oldJson, newJson: job.newJson, options: job.options } : job,
  );
  if (format === 'json') return encoded(changeListFile(changeListOf(redline, old, fresh)));
  const file = fileOf(moves === 'moves' ? redline : movesApart(redline));
  return encoded(
    format === 'html' ? withTrailFooter(redlineHtml(file), trail) : withTrailLine(redlinePlain(file), trail),
  );

  function fileOf(shown: Redline): RedlineFile {
    return {
      redline: shown,
      from: names.from,
      to: names.to,
      language: document.language,
      words: redlineWords(locale, delegations),
      signs: { old: listSigns(old), new: listSigns(fresh) },
    };
  }
}

function encoded(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
