'use client';

import { useId, useState } from 'react';
import { Field, Select, TextArea } from '@/components/ui/field';
import type { DecisionVerb } from '@/domain/procedure/states';
import { silenceWording } from '@/domain/silence/wording';

export interface PlaceChoice {
  /** "meetingId agendaItemId" */
  readonly value: string;
  readonly label: string;
  /** The meeting as printed in records. */
  readonly meeting: string;
}

/** What will be decided, under which item, and in which words: these follow the verb and the meeting until they are changed. */
export function DecisionWords(props: {
  places: readonly PlaceChoice[];
  preferred: string;
  verbs: readonly { readonly value: DecisionVerb; readonly label: string }[];
  text: { readonly title: string; readonly symbol: string; readonly revision: number };
  words: {
    readonly place: string;
    readonly placeHint: string;
    readonly verb: string;
    readonly wording: string;
  };
}) {
  const id = useId();
  const [place, setPlace] = useState(props.preferred);
  const [verb, setVerb] = useState<DecisionVerb>('adopted');
  const [written, setWritten] = useState<string | null>(null);
  const meeting = props.places.find((entry) => entry.value === place)?.meeting ?? '';
  const wording = written ?? silenceWording({ ...props.text, verb, meeting });
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
        <Field id={`${id}-place`} label={props.words.place} hint={props.words.placeHint}>
          <Select
            id={`${id}-place`}
            name="place"
            value={place}
            required
            aria-describedby={`${id}-place-hint`}
            onChange={(event) => setPlace(event.target.value)}
          >
            {props.places.map((entry) => (
              <option key={entry.value} value={entry.value}>
                {entry.label}
              </option>
            ))}
          </Select>
        </Field>
        <Field id={`${id}-verb`} label={props.words.verb}>
          <Select
            id={`${id}-verb`}
            name="verb"
            value={verb}
            required
            onChange={(event) => {
              const chosen = props.verbs.find((entry) => entry.value === event.target.value);
              if (chosen !== undefined) setVerb(chosen.value);
            }}
          >
            {props.verbs.map((entry) => (
              <option key={entry.value} value={entry.value}>
                {entry.label}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      <Field id={`${id}-wording`} label={props.words.wording}>
        <TextArea
          id={`${id}-wording`}
          name="wording"
          rows={3}
          lang="en"
          maxLength={2000}
          required
          value={wording}
          onChange={(event) => setWritten(event.target.value)}
        />
      </Field>
    </>
  );
}
