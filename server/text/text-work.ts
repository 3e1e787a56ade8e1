import { type Anchor, type Place, placesOf } from '../../domain/comments/anchor';
import { type Standings, standingsOn } from '../../domain/negotiation/carry-out';
import { type TextIndex, textIndex } from '../../domain/negotiation/clause-index';
import type { CompiledText, StoredProposal, WantedText } from '../../domain/negotiation/compiled';
import type { WordedProposal } from '../../domain/negotiation/standing';
import { countBrackets, type OpenTotals, openTotals } from '../../domain/text/brackets';
import { canonicalText } from '../../domain/text/canonical';
import { digestText } from '../../domain/text/digest';
import type { DocumentJson } from '../../domain/text/document-json';
import type { HouseStyle } from '../../domain/text/numbering';
import type { TextEdit, TextReading } from '../../domain/text/reading';
import { countWords } from '../../domain/text/word-count';
import { compiledText, wantedText } from './compile-work';
import { minimalEdit } from './minimal-edit';
import { textOfState } from './ydoc';

/** The text of a state in the form that is stored, hashed and compared. Throws where the state cannot be read. */
export function readingOf(updates: readonly Uint8Array[]): TextReading {
  const text = textOfState(updates);
  const canonical = canonicalText(text);
  return { canonical, hash: digestText(canonical), words: countWords(text) };
}

/** The smallest edit that turns the state into `target` (JSON), with the text that it makes; null where it is that already. */
export function editTo(updates: readonly Uint8Array[], target: string, clientId: number): TextEdit | null {
  const bytes = minimalEdit(updates, JSON.parse(target) as DocumentJson, clientId);
  return bytes === null ? null : { clientId, bytes, after: readingOf([...updates, bytes]) };
}

/** What each kind of job is given. Texts go as JSON. */
export type TextJob =
  | { readonly do: 'read'; readonly updates: readonly Uint8Array[] }
  | {
      readonly do: 'edit';
      readonly updates: readonly Uint8Array[];
      readonly target: string;
      readonly clientId: number;
    }
  | { readonly do: 'places'; readonly text: string; readonly anchors: readonly Anchor[] }
  | { readonly do: 'compile'; readonly text: string; readonly proposals: readonly StoredProposal[] }
  | { readonly do: 'index'; readonly text: string; readonly houseStyle: HouseStyle }
  | { readonly do: 'open'; readonly text: string }
  | { readonly do: 'standings'; readonly text: string; readonly proposals: readonly WordedProposal[] }
  | {
      readonly do: 'wanted';
      readonly text: string;
      readonly proposals: readonly StoredProposal[];
      readonly houseStyle: HouseStyle;
    };

export type TextResult =
  | TextReading
  | TextEdit
  | null
  | (Place | null)[]
  | TextIndex
  | OpenTotals
  | Standings
  | CompiledText
  | WantedText;

/** Does one job; for the worker, and at once where the text is short. */
export function workText(job: TextJob): TextResult {
  switch (job.do) {
    case 'read':
      return readingOf(job.updates);
    case 'edit':
      return editTo(job.updates, job.target, job.clientId);
    case 'places':
      return placesOf(job.anchors, JSON.parse(job.text) as DocumentJson);
    case 'index':
      return textIndex(JSON.parse(job.text) as DocumentJson, job.houseStyle);
    case 'open':
      return openTotals(countBrackets(JSON.parse(job.text) as DocumentJson));
    case 'standings':
      return standingsOn(JSON.parse(job.text) as DocumentJson, job.proposals);
    case 'compile':
      return compiledText(job.text, job.proposals);
    case 'wanted':
      return wantedText(job.text, job.proposals, job.houseStyle);
  }
}
