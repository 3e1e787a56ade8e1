'use client';

import { startTransition, useActionState, useId, useRef, useState } from 'react';
import { useTranslations } from '@/components/i18n/use-translations';
import { Button } from '@/components/ui/button';
import { Field, Select, TextArea } from '@/components/ui/field';
import { type FormAction, IDLE } from '@/components/ui/form-state';
import { DECISION_VERBS, type DecisionVerb } from '@/domain/procedure/states';
import { houseWording } from '@/domain/procedure/wording';
import { AdoptionQuestion } from './adoption-question';

/** A meeting in session with its agenda; `title` as printed in records, `name` as the reader says it. */
export interface AdoptionMeetingChoice {
  readonly id: string;
  readonly title: string;
  readonly name: string;
  readonly agenda: readonly { readonly id: string; readonly label: string }[];
}

export interface AdoptionCandidate {
  readonly documentId: string;
  readonly symbol: string;
  readonly title: string;
  readonly language: string;
  readonly position: number;
  readonly hash: string;
  readonly revision: number;
  readonly stateSeq: number;
}

const WORDING_MIN = 3;
const WORDING_MAX = 2000;

/**
 * The second step: meeting, item, verb and wording; then the question to the room. The wording follows the verb and
 * the meeting until the chair writes something else.
 */
export function AdoptionForm(props: {
  candidate: AdoptionCandidate;
  meetings: readonly AdoptionMeetingChoice[];
  preferred: { readonly meetingId: string | null; readonly agendaItemId: string | null };
  adopt: FormAction;
  setPens: FormAction;
}) {
  const t = useTranslations('adoption');
  const verbs = useTranslations('common.verb');
  const { candidate, meetings } = props;
  const id = useId();
  const preferred = meetings.find((meeting) => meeting.id === props.preferred.meetingId) ?? meetings[0];
  const [meetingId, setMeetingId] = useState(preferred?.id ?? '');
  const meeting = meetings.find((entry) => entry.id === meetingId);
  const [chosenItem, setChosenItem] = useState(props.preferred.agendaItemId ?? '');
  const item = meeting?.agenda.find((entry) => entry.id === chosenItem);
  const [verb, setVerb] = useState<DecisionVerb>('adopted');
  const proposed = houseWording({ ...candidate, verb, meeting: meeting?.title ?? '' });
  const [written, setWritten] = useState<string | null>(null);
  const wording = written ?? proposed;
  const [problems, setProblems] = useState<{ item?: string; wording?: string }>({});
  const [isAsking, setAsking] = useState(false);
  const itemField = useRef<HTMLSelectElement>(null);
  const wordingField = useRef<HTMLTextAreaElement>(null);
  const [state, dispatch, isPending] = useActionState(props.adopt, IDLE);

  function ask() {
    const length = wording.trim().length;
    const found = {
      ...(item === undefined ? { item: t('decision.choose') } : {}),
      ...(length < WORDING_MIN || length > WORDING_MAX ? { wording: t('decision.wordingLength') } : {}),
    };
    setProblems(found);
    if (found.item !== undefined) itemField.current?.focus();
    else if (found.wording !== undefined) wordingField.current?.focus();
    else setAsking(true);
  }

  function confirm() {
    const form = new FormData();
    const fields = {
      documentId: candidate.documentId,
      position: String(candidate.position),
      hash: candidate.hash,
      stateSeq: String(candidate.stateSeq),
      meetingId,
      agendaItemId: item?.id ?? '',
      verb,
      wording,
    };
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    startTransition(() => dispatch(form));
  }

  return (
    <form
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        ask();
      }}
      noValidate
    >
      <Field id={`${id}-meeting`} label={t('decision.meeting')}>
        <Select id={`${id}-meeting`} value={meetingId} onChange={(event) => setMeetingId(event.target.value)}>
          {meetings.map((entry) => (
            <option key={entry.id} value={entry.id}>
              {entry.name}
            </option>
          ))}
        </Select>
      </Field>
      <Field id={`${id}-item`} label={t('decision.item')} error={problems.item}>
        <Select
          ref={itemField}
          id={`${id}-item`}
          value={item?.id ?? ''}
          onChange={(event) => setChosenItem(event.target.value)}
          aria-invalid={problems.item !== undefined}
          aria-describedby={problems.item === undefined ? undefined : `${id}-item-error`}
        >
          <option value="">
            {meeting?.agenda.length === 0 ? t('decision.noItems') : t('decision.choose')}
          </option>
          {(meeting?.agenda ?? []).map((entry) => (
            <option key={entry.id} value={entry.id}>
              {entry.label}
            </option>
          ))}
        </Select>
      </Field>
      <Field id={`${id}-verb`} label={t('decision.verb')}>
        <Select
          id={`${id}-verb`}
          value={verb}
          onChange={(event) =>
            setVerb(DECISION_VERBS.find((known) => known === event.target.value) ?? 'adopted')
          }
        >
          {DECISION_VERBS.map((entry) => (
            <option key={entry} value={entry}>
              {verbs(entry)}
            </option>
          ))}
        </Select>
      </Field>
      <Field
        id={`${id}-wording`}
        label={t('decision.wording')}
        hint={t('decision.wordingHint')}
        error={problems.wording}
      >
        <TextArea
          ref={wordingField}
          id={`${id}-wording`}
          rows={5}
          lang="en"
          className="font-serif text-base"
          value={wording}
          maxLength={WORDING_MAX}
          onChange={(event) => setWritten(event.target.value)}
          aria-invalid={problems.wording !== undefined}
          aria-describedby={
            problems.wording === undefined ? `${id}-wording-hint` : `${id}-wording-hint ${id}-wording-error`
          }
        />
      </Field>
      {written !== null && written !== proposed ? (
        <div>
          <Button tone="quiet" onClick={() => setWritten(null)}>
            {t('decision.propose')}
          </Button>
        </div>
      ) : null}
      <Button type="submit" tone="primary">
        {t('decision.go')}
      </Button>
      <AdoptionQuestion
        open={isAsking}
        onBack={() => setAsking(false)}
        onConfirm={confirm}
        isPending={isPending}
        problem={state.status === 'refused' ? state.message : null}
        documentId={candidate.documentId}
        setPens={props.setPens}
        verb={verbs(verb)}
        facts={[
          [t('ask.symbol'), `${candidate.symbol}/Rev.${candidate.revision}`],
          [t('ask.verb'), verbs(verb)],
          [t('ask.meeting'), meeting?.name ?? ''],
          [t('ask.item'), item?.label ?? ''],
          [t('ask.hash'), candidate.hash.slice(0, 12)],
        ]}
      />
    </form>
  );
}
