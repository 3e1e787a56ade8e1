'use client';

import type { CommentActs } from '@/components/comments/acts';
import type { ProposingFacts } from '@/components/proposals/types';
import type { DocumentState } from '@/domain/procedure/states';
import type { HouseStyle } from '@/domain/text/numbering';
import type { BracketTools } from './bracket-tools';
import { EditorDesk } from './editor-desk';
import { type Door, HeldDeletion, useStay } from './stay';
import { StayNotes } from './stay-notes';
import { Waiting } from './waiting';

/** What the editor needs to know of a document. */
export interface DocumentFacts {
  readonly id: string;
  readonly title: string;
  readonly language: string;
  readonly houseStyle: HouseStyle;
  readonly state: DocumentState;
  readonly pensDown: boolean;
  readonly mayEdit: boolean;
  readonly whyNotEdit: string | null;
  /** Whether the meeting lets unsent words be kept on this device. */
  readonly keepsCopies: boolean;
}

export interface DocumentEditorProps extends Door {
  readonly document: DocumentFacts;
  /** Names of countries in the reader's language, by code. */
  readonly countryNames: Readonly<Record<string, string>>;
  /** What this person may do with brackets in the text, or null. */
  readonly brackets?: BracketTools | null;
  readonly comments: CommentActs;
  /** What one brings who may propose changes and not write; null for everybody else. */
  readonly proposing?: ProposingFacts | null;
}

/** The text page: the live text of a document, to write in where one may, to read everywhere else. */
export function DocumentEditor({ document, countryNames, ...props }: DocumentEditorProps) {
  const visit = useStay(document, props);
  const { room, status } = visit;
  const countryName = (code: string) => countryNames[code] ?? code;
  return (
    <div className="grid gap-4">
      <StayNotes visit={visit} document={document} begin={props.proposing?.actions.begin ?? null} />
      {room !== null && status.opened ? (
        <EditorDesk
          room={room}
          visit={visit}
          document={document}
          comments={props.comments}
          countryName={countryName}
          brackets={props.brackets ?? null}
          proposing={props.proposing ?? null}
        />
      ) : (
        <Waiting status={status} />
      )}
      <HeldDeletion visit={visit} countryName={countryName} />
    </div>
  );
}
