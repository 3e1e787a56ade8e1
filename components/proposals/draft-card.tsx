'use client';

import { lazy, Suspense, useEffect, useId, useRef, useState } from 'react';
import { useTranslations } from '@/components/i18n/use-translations';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Field, Select, TextArea } from '@/components/ui/field';
import { NO_WORDS } from '@/domain/negotiation/proposal-place';
import { PROPOSAL_CLASSES, type ProposalClass } from '@/domain/negotiation/types';
import type { HouseStyle } from '@/domain/text/numbering';
import { DraftButtons } from './draft-buttons';
import { DraftEditor } from './draft-editor';
import type { DescribedDraft, DraftActions, DraftDoor, DraftFacts } from './types';
import type { TypingAhead } from './typing-ahead';

const LiveRedline = lazy(() => import('./live-redline').then((it) => ({ default: it.LiveRedline })));

export interface DraftCardProps {
  readonly draft: DraftFacts;
  readonly door: DraftDoor;
  readonly houseStyle: HouseStyle;
  readonly language: string;
  readonly countryName: (code: string) => string;
  readonly actions: DraftActions;
  /** What is typed while it opens. */
  readonly typing?: TypingAhead | null;
  /** What the clauses it names are called, in the reader's language. */
  readonly place: string;
  /** Folds the card; absent where it is a page of its own. */
  readonly onFold?: () => void;
  /** What is said of it now stands on the server; a card that is folded begins from it again. */
  readonly onDescribed?: (said: DescribedDraft) => void;
  /** It is tabled (n), or was given up (null). */
  readonly onClosed: (number: number | null) => void;
}

/** A draft of the own delegation: its words, of which class it is and why, and the way to the table. */
export function DraftCard(props: DraftCardProps) {
  const t = useTranslations('proposals');
  const { draft } = props;
  const [claimed, setClaimed] = useState<ProposalClass>(draft.class);
  const [rationale, setRationale] = useState(draft.rationale);
  const [problem, setProblem] = useState<string | null>(null);
  const id = useId();
  const saved = useRef<DescribedDraft>({ class: draft.class, rationale: draft.rationale });
  /** Sends what this person changed and nothing else; false where it was refused. */
  const save = async (next: DescribedDraft): Promise<boolean> => {
    const change = {
      ...(next.class === saved.current.class ? {} : { class: next.class }),
      ...(next.rationale === saved.current.rationale ? {} : { rationale: next.rationale }),
    };
    if (Object.keys(change).length === 0) return true;
    const refused = await props.actions.describe(draft.id, change);
    setProblem(refused);
    if (refused !== null) return false;
    saved.current = next;
    props.onDescribed?.(next);
    return true;
  };
  useSavedSoon(rationale, draft.rationale, () => save({ class: claimed, rationale }));
  return (
    <section
      className="draft-card grid grid-cols-[minmax(0,1fr)] gap-3 rounded-lg border-2 border-accent/60 bg-raised p-3 font-sans text-base shadow-card sm:p-4"
      aria-label={t('draft.label', { kind: t(`kind.${draft.kind}`), place: props.place })}
    >
      <header className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
        <h3 className="flex flex-wrap items-center gap-2 text-sm font-semibold">
          <Badge tone="accent">{t('state.draft')}</Badge>
          {t('draft.label', { kind: t(`kind.${draft.kind}`), place: props.place })}
        </h3>
        {props.onFold === undefined ? null : (
          <Button tone="quiet" onClick={props.onFold}>
            {t('draft.fold')}
          </Button>
        )}
        <p className="w-full text-[0.8125rem] text-muted">
          {draft.onBehalf
            ? t('draft.onBehalf', { country: props.countryName(draft.country) })
            : t('draft.private', { country: props.countryName(draft.country) })}
          {draft.replacesNumber === null ? '' : ` ${t('draft.replaces', { number: draft.replacesNumber })}`}
        </p>
      </header>
      {draft.hasWords ? (
        <DraftEditor
          draft={draft}
          door={props.door}
          houseStyle={props.houseStyle}
          language={props.language}
          countryName={props.countryName}
          typing={props.typing ?? null}
        />
      ) : draft.kind === 'delete' ? (
        <Suspense fallback={null}>
          <LiveRedline
            base={draft.base}
            words={NO_WORDS}
            houseStyle={props.houseStyle}
            language={props.language}
          />
        </Suspense>
      ) : null}
      <div className="grid gap-3 sm:grid-cols-[12rem_minmax(0,1fr)]">
        <Field id={`${id}-class`} label={t('class.label')} error={undefined}>
          <Select
            id={`${id}-class`}
            value={claimed}
            disabled={!draft.mayWrite}
            onChange={(event) => {
              const next = PROPOSAL_CLASSES.find((known) => known === event.target.value) ?? claimed;
              setClaimed(next);
              void save({ class: next, rationale });
            }}
          >
            {PROPOSAL_CLASSES.map((known) => (
              <option key={known} value={known}>
                {t(`class.${known}`)}
              </option>
            ))}
          </Select>
        </Field>
        <Field id={`${id}-rationale`} label={t('rationale')} error={problem ?? undefined}>
          <TextArea
            id={`${id}-rationale`}
            rows={2}
            value={rationale}
            maxLength={2000}
            disabled={!draft.mayWrite}
            aria-invalid={problem !== null}
            onChange={(event) => setRationale(event.target.value)}
            onBlur={() => void save({ class: claimed, rationale })}
          />
        </Field>
      </div>
      {draft.mayWrite ? (
        <DraftButtons
          draft={draft}
          actions={props.actions}
          before={() => save({ class: claimed, rationale })}
          onClosed={props.onClosed}
        />
      ) : null}
    </section>
  );
}

const SAVED_AFTER = 1200;

/** What is typed is saved soon after the typing rests. */
function useSavedSoon(value: string, first: string, save: () => Promise<boolean>): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: saved for what is typed, not for how it is saved
  useEffect(() => {
    if (value === first) return;
    const timer = setTimeout(() => void save(), SAVED_AFTER);
    return () => clearTimeout(timer);
  }, [value, first]);
}
