'use client';

import type { Editor } from '@tiptap/core';
import {
  type Dispatch,
  type ReactNode,
  type SetStateAction,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { createPortal } from 'react-dom';
import type { DocumentFacts } from '@/components/editor/document-editor';
import {
  type PlacedBelow,
  placeBelow,
  setProposing,
  type TypedAt,
} from '@/components/editor/extensions/proposing';
import { clausePosition, showPosition } from '@/components/editor/extensions/spotlight';
import { useTranslations } from '@/components/i18n/use-translations';
import { Button } from '@/components/ui/button';
import { hasWords } from '@/domain/negotiation/proposal-place';
import type { ProposalKind } from '@/domain/negotiation/types';
import type { DocumentJson } from '@/domain/text/document-json';
import { clauseNames, sayClause } from './clause-names';
import { DraftCard } from './draft-card';
import { MoveDialog } from './move-dialog';
import { ProposeBar } from './propose-bar';
import { ProposeItems } from './propose-items';
import type { DraftDoor, DraftFacts, ProposingFacts } from './types';
import { TypingAhead } from './typing-ahead';

type Doings = (clauseId: string) => ReactNode;

export interface ProposeInPlaceProps {
  readonly editor: Editor;
  readonly document: DocumentFacts;
  readonly door: DraftDoor;
  readonly proposing: ProposingFacts;
  readonly countryName: (code: string) => string;
  readonly say: (words: string) => void;
  /** What the menus of the desk say of clauses besides. */
  readonly onDoings: Dispatch<SetStateAction<Doings | null>>;
}

/**
 * Proposing where one reads: who types into a clause, or asks for it in its menu, drafts a proposal, which opens
 * below the clause and is its delegation's alone.
 */
export function ProposeInPlace(props: ProposeInPlaceProps) {
  const t = useTranslations('proposals');
  const { editor, document, proposing, say } = props;
  const [drafts, setDrafts] = useState(proposing.drafts);
  const [open, setOpen] = useState<ReadonlySet<string>>(() => new Set());
  const [moving, setMoving] = useState<string | null>(null);
  /** By clause while a draft is being begun, by the draft's id from then on. */
  const typing = useRef(new Map<string, TypingAhead>());
  const beginning = useRef(false);
  const elements = useElements(drafts);

  const begin = useCallback(
    async (kind: ProposalKind, clauseId: string | null, other: string | null, at: TypedAt | null) => {
      const known = typing.current.get(clauseId ?? '');
      if (at !== null && known !== undefined) return known.add(at);
      if (beginning.current) return;
      beginning.current = true;
      const words = hasWords(kind) ? { clauseId: clauseId ?? '', from: 1, to: 1, text: '' } : null;
      const ahead = new TypingAhead(at ?? words);
      if (kind === 'replace') typing.current.set(clauseId ?? '', ahead);
      try {
        const wanted = { documentId: document.id, kind, clauseId, otherClauseId: other };
        const answer = await proposing.actions.begin(wanted);
        if (!answer.ok) {
          typing.current.delete(clauseId ?? '');
          return say(answer.message);
        }
        const { draft } = answer;
        typing.current.set(draft.id, ahead);
        setDrafts((before) => [...before.filter(({ id }) => id !== draft.id), draft]);
        setOpen((before) => new Set([...before, draft.id]));
      } catch {
        typing.current.delete(clauseId ?? '');
        say(t('failed'));
      } finally {
        beginning.current = false;
      }
    },
    [document.id, proposing.actions, say, t],
  );

  useEffect(() => {
    const { view } = editor;
    const canType = window.matchMedia('(pointer: fine)').matches;
    // One caret at a time: while somebody is in a draft, the text around it is no place to write in.
    const isDraft = (target: EventTarget | null) =>
      target instanceof Element && target.closest('.draft-place') !== null;
    const follow = (event: Event) => {
      const wanted = canType && !isDraft(event.target);
      if (editor.isEditable !== wanted) editor.setEditable(wanted);
    };
    if (canType) {
      setProposing(view, (at) => void begin('replace', at.clauseId, null, at));
      editor.setEditable(true);
      view.dom.addEventListener('pointerdown', follow, true);
      view.dom.addEventListener('focusin', follow, true);
    }
    return () => {
      view.dom.removeEventListener('pointerdown', follow, true);
      view.dom.removeEventListener('focusin', follow, true);
      if (editor.isDestroyed) return;
      setProposing(view, null);
      editor.setEditable(false);
    };
  }, [editor, begin]);

  const names = () => clauseNames(editor.getJSON() as DocumentJson, document.houseStyle);
  useEffect(() => {
    if (editor.isDestroyed) return;
    const placed: PlacedBelow[] = drafts.flatMap((draft) => {
      const element = elements.get(draft.id);
      return element === undefined ? [] : [{ key: draft.id, clauseId: draft.clauseId, element }];
    });
    placeBelow(editor.view, placed);
  }, [editor, drafts, elements]);

  const fold = (id: string) => {
    const draft = drafts.find((known) => known.id === id);
    typing.current.delete(draft?.clauseId ?? '');
    typing.current.delete(id);
    setOpen((before) => new Set([...before].filter((other) => other !== id)));
  };
  const closed = (draft: DraftFacts, number: number | null) => {
    setDrafts((before) => before.filter(({ id }) => id !== draft.id));
    fold(draft.id);
    say(number === null ? t('said.givenUp') : t('said.tabled', { number }));
    editor.view.focus();
  };
  const doings = useMemo(
    () => (clauseId: string) => (
      <ProposeItems
        editor={editor}
        clauseId={clauseId}
        begin={(kind, other) => void begin(kind, clauseId, other, null)}
        move={() => setMoving(clauseId)}
      />
    ),
    [editor, begin],
  );
  const { onDoings } = props;
  useEffect(() => {
    onDoings(() => doings);
    return () => onDoings(null);
  }, [doings, onDoings]);
  const placeOf = (draft: DraftFacts) =>
    draft.clauseId === null ? t('place.beginning') : sayClause(names(), draft.clauseId, t('place.gone'));
  return (
    <>
      <ProposeBar
        editor={editor}
        documentId={document.id}
        drafts={drafts.map((draft) => ({
          id: draft.id,
          label: `${t(`kind.${draft.kind}`)}: ${placeOf(draft)}`,
        }))}
        doings={doings}
        onShow={(id) => {
          const draft = drafts.find((known) => known.id === id);
          if (draft === undefined) return;
          setOpen((before) => new Set([...before, id]));
          const pos = clausePosition(editor.state, draft.clauseId ?? '');
          if (pos !== null) showPosition(editor.view, pos);
        }}
      />
      {moving === null ? null : (
        <MoveDialog
          names={names()}
          clauseId={moving}
          onClose={() => setMoving(null)}
          onChosen={(after) => {
            setMoving(null);
            void begin('move', moving, after, null);
          }}
        />
      )}
      {drafts.map((draft) => {
        const element = elements.get(draft.id);
        if (element === undefined) return null;
        return createPortal(
          open.has(draft.id) ? (
            <DraftCard
              draft={draft}
              door={props.door}
              houseStyle={document.houseStyle}
              language={document.language}
              countryName={props.countryName}
              actions={proposing.actions}
              typing={typing.current.get(draft.id) ?? null}
              place={placeOf(draft)}
              onFold={() => fold(draft.id)}
              onDescribed={(said) =>
                setDrafts((all) =>
                  all.map((known) => (known.id === draft.id ? { ...known, ...said } : known)),
                )
              }
              onClosed={(number) => closed(draft, number)}
            />
          ) : (
            <Button
              tone="quiet"
              className="font-sans"
              onClick={() => setOpen((before) => new Set([...before, draft.id]))}
            >
              {t('draft.unfold', { kind: t(`kind.${draft.kind}`) })}
            </Button>
          ),
          element,
          draft.id,
        );
      })}
    </>
  );
}

/** One element for each draft, for as long as it is there: the text only holds it. */
function useElements(drafts: readonly DraftFacts[]): ReadonlyMap<string, HTMLElement> {
  const kept = useRef(new Map<string, HTMLElement>());
  return useMemo(() => {
    for (const { id } of drafts) {
      if (kept.current.has(id)) continue;
      const element = window.document.createElement('div');
      element.className = 'draft-place';
      element.contentEditable = 'false';
      kept.current.set(id, element);
    }
    return new Map(kept.current);
  }, [drafts]);
}
