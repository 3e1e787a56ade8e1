'use client';

import { type ChangeEvent, useState } from 'react';
import { FormField } from '@/components/ui/action-form';

export interface AmendmentWords {
  readonly change: string;
  readonly replace: string;
  readonly insert: string;
  readonly clause: string;
  readonly words: string;
  readonly wordsHint: string;
}

/** Which clause is amended and how; the words to begin with are those of the clause that was chosen. */
export function AmendmentFields(props: {
  clauses: readonly { readonly id: string; readonly label: string; readonly words: string }[];
  language: string;
  words: AmendmentWords;
}) {
  const { clauses, words } = props;
  const [change, setChange] = useState('replace');
  const [clauseId, setClauseId] = useState(clauses[0]?.id ?? '');
  const standing = clauses.find(({ id }) => id === clauseId)?.words ?? '';

  function follow(event: ChangeEvent<HTMLFieldSetElement>) {
    const chosen: EventTarget = event.target;
    if (!(chosen instanceof HTMLSelectElement)) return;
    if (chosen.name === 'change') setChange(chosen.value);
    if (chosen.name === 'clauseId') setClauseId(chosen.value);
  }

  return (
    <fieldset onChange={follow} className="grid gap-4">
      <FormField
        name="change"
        type="select"
        label={words.change}
        options={[
          { value: 'replace', label: words.replace },
          { value: 'insert', label: words.insert },
        ]}
        required
      />
      <FormField
        name="clauseId"
        type="select"
        label={words.clause}
        options={clauses.map(({ id, label }) => ({ value: id, label }))}
        required
      />
      <FormField
        key={change === 'replace' ? clauseId : 'insert'}
        name="words"
        type="textarea"
        label={words.words}
        hint={words.wordsHint}
        defaultValue={change === 'replace' ? standing : ''}
        lang={props.language}
        required
      />
    </fieldset>
  );
}
