'use client';

import type { Editor } from '@tiptap/core';
import { type ReactNode, useId, useState } from 'react';
import { useTranslations } from '@/components/i18n/use-translations';
import { ActionForm, FormField } from '@/components/ui/action-form';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import type { FormAction } from '@/components/ui/form-state';
import { bracketAt, selectedWords } from './bracket-place';
import type { BracketTools } from './bracket-tools';

const MOST_AT_ONCE = 6;

/** Puts the selected words in brackets; where the caret stands in one already, adds to it. */
export function BracketDialog(props: {
  editor: Editor;
  documentId: string;
  tools: BracketTools;
  onClose: () => void;
}) {
  const t = useTranslations('editor.bracket');
  const { editor, documentId, tools, onClose } = props;
  const [selected] = useState(() => selectedWords(editor));
  const [part] = useState(() => (editor.state.selection.empty ? bracketAt(editor) : null));
  const [count, setCount] = useState(1);
  /** Closes when the act is done: the text shows it at once. */
  const closing =
    (action: FormAction): FormAction =>
    async (state, form) => {
      const answer = await action(state, form);
      if (answer.status === 'done') onClose();
      return answer;
    };
  const hidden = { documentId };
  if (part !== null) {
    const held = { ...hidden, bracketId: part.id };
    return (
      <Dialog open onClose={onClose} title={t('addTitle')}>
        <ActionForm
          action={closing(tools.add)}
          words={tools.words}
          submit={t('add')}
          tone="primary"
          hidden={held}
        >
          <FormField name="words" type="textarea" label={t('alternative')} hint={t('alternativeHint')} />
          <Members name="owners" legend={t('heldBy')} tools={tools} />
        </ActionForm>
        <hr className="border-line" />
        <ActionForm
          action={closing(tools.join)}
          words={tools.words}
          submit={t('join')}
          hidden={{ ...held, alternative: String(part.alternative) }}
        >
          <FormField
            name="country"
            type="select"
            label={t('joins')}
            required
            options={tools.members.map(({ code, name }) => ({ value: code, label: name }))}
          />
        </ActionForm>
        <p>
          <a
            href={`/documents/${documentId}/views/brackets?page=${part.id}#${part.id}`}
            className="text-accent underline"
          >
            {t('toLift')}
          </a>
        </p>
      </Dialog>
    );
  }
  if (selected === null) {
    return (
      <Dialog open onClose={onClose} title={t('title')}>
        <p>{t('noSelection')}</p>
        <div>
          <Button onClick={onClose}>{t('close')}</Button>
        </div>
      </Dialog>
    );
  }
  return (
    <Dialog open onClose={onClose} title={t('title')}>
      {selected.words === '' ? null : (
        <blockquote className="max-h-32 overflow-y-auto border-s-2 border-line ps-3 font-serif">
          {selected.words}
        </blockquote>
      )}
      <ActionForm
        action={closing(tools.put)}
        words={tools.words}
        submit={t('put')}
        tone="primary"
        hidden={{
          ...hidden,
          clauseId: selected.clauseId,
          line: String(selected.line),
          from: String(selected.from),
          to: String(selected.to),
          selected: selected.words,
        }}
      >
        {selected.words === '' ? null : (
          <>
            <Members name="owners" legend={t('putBy')} tools={tools} />
            <label className="flex items-start gap-2">
              <input type="checkbox" name="placeholder" value="yes" className="mt-1 size-4" />
              <span>{t('placeholder')}</span>
            </label>
          </>
        )}
        {Array.from({ length: count }, (_, index) => index).map((index) => (
          <fieldset key={index} className="grid gap-3 rounded-md border border-line p-3">
            <legend className="px-1 text-sm font-semibold">
              {t('alternativeNumber', { number: index + 1 })}
            </legend>
            <FormField
              name={`words${index}`}
              type="textarea"
              label={t('alternative')}
              hint={t('alternativeHint')}
            />
            <Members name={`owners${index}`} legend={t('heldBy')} tools={tools} />
          </fieldset>
        ))}
        {count < MOST_AT_ONCE ? (
          <div>
            <Button tone="quiet" onClick={() => setCount(count + 1)}>
              {t('another')}
            </Button>
          </div>
        ) : null}
      </ActionForm>
    </Dialog>
  );
}

function Members(props: { name: string; legend: string; tools: BracketTools }): ReactNode {
  const id = useId();
  return (
    <fieldset>
      <legend className="mb-1 text-sm font-medium">{props.legend}</legend>
      <div className="flex flex-wrap gap-x-4 gap-y-1.5">
        {props.tools.members.map(({ code, name }) => (
          <label key={code} htmlFor={`${id}-${code}`} className="inline-flex items-center gap-1.5">
            <input id={`${id}-${code}`} type="checkbox" name={props.name} value={code} className="size-4" />
            {name}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
