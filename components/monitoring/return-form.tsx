'use client';

import {
  type FormEvent,
  type ReactNode,
  startTransition,
  useActionState,
  useEffect,
  useRef,
  useState,
} from 'react';
import { Button } from '@/components/ui/button';

export interface AnswersState {
  readonly status: 'idle' | 'done' | 'refused';
  readonly message: string;
  /** What is wrong, by the name of the field. */
  readonly errors: Readonly<Record<string, string>>;
}

export type AnswersAction = (state: AnswersState, form: FormData) => Promise<AnswersState>;

const IDLE: AnswersState = { status: 'idle', message: '', errors: {} };

/** What the form shows of an indicator; all words are already in the reader's language. */
export interface FormLine {
  readonly id: string;
  readonly heading: string | null;
  readonly code: string;
  readonly title: string;
  readonly hint: string;
  readonly previous: ReactNode;
  readonly input: 'line' | 'words' | readonly { readonly value: string; readonly label: string }[];
  readonly kind: string;
  readonly typed: string;
  readonly note: string;
  readonly evidence: string;
  readonly seen: string;
}

export interface FormWords {
  readonly indicator: string;
  readonly previous: string;
  readonly answer: string;
  readonly kind: string;
  readonly figure: string;
  readonly remarks: string;
  readonly note: string;
  readonly evidence: string;
  readonly save: string;
  readonly unsaved: string;
  /** What stands in an empty field, by kind: its sign and words. */
  readonly empty: Readonly<Record<string, string>>;
  readonly kinds: readonly { readonly value: string; readonly label: string }[];
}

/** A return as a dense table of answers. A refusal marks every field that is wrong and keeps all that was typed. */
export function ReturnForm(props: {
  returnId: string;
  lines: readonly FormLine[];
  words: FormWords;
  action: AnswersAction;
}) {
  const { words } = props;
  const [state, dispatch, isPending] = useActionState(props.action, IDLE);
  const [isTouched, setTouched] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (state.status === 'done') setTouched(false);
    const [first] = Object.keys(state.errors);
    const field = first === undefined ? null : form.current?.elements.namedItem(first);
    if (field instanceof HTMLElement) field.focus();
  }, [state]);
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    startTransition(() => dispatch(data));
  }
  return (
    <form ref={form} action={dispatch} onSubmit={submit} onInput={() => setTouched(true)} noValidate>
      <input type="hidden" name="returnId" value={props.returnId} />
      <table className="answers">
        <thead>
          <tr>
            <th scope="col">{words.indicator}</th>
            <th scope="col">{words.previous}</th>
            <th scope="col">{words.answer}</th>
            <th scope="col">{words.remarks}</th>
          </tr>
        </thead>
        <tbody>
          {props.lines.map((line) => (
            // A row of which another answer stands now shows that: its hidden `seen` must not outrun what is seen.
            <Row key={`${line.id} ${line.seen}`} line={line} words={words} errors={state.errors} />
          ))}
        </tbody>
      </table>
      <div className="answers-foot">
        <Button type="submit" tone="primary" disabled={isPending} aria-busy={isPending}>
          {words.save}
        </Button>
        <p
          role={state.status === 'refused' ? 'alert' : 'status'}
          className={`text-sm ${state.status === 'refused' ? 'text-delete' : 'text-muted'}`}
        >
          {isTouched && state.status !== 'refused' ? words.unsaved : state.message}
        </p>
      </div>
    </form>
  );
}

function Row(props: { line: FormLine; words: FormWords; errors: AnswersState['errors'] }) {
  const { line, words, errors } = props;
  const [kind, setKind] = useState(line.kind);
  const error = (part: string) => errors[`${part}:${line.id}`];
  const named = (part: string, what: string) => ({
    name: `${part}:${line.id}`,
    id: `${part}:${line.id}`,
    'aria-label': `${line.code} ${what}`,
    'aria-invalid': error(part) !== undefined,
    ...(error(part) === undefined ? {} : { 'aria-describedby': `${part}:${line.id}:error` }),
  });
  const answer = {
    ...named('answer', words.figure),
    disabled: kind !== 'value',
    placeholder: words.empty[kind] ?? '',
    defaultValue: line.typed,
  };
  const { placeholder: _, ...select } = answer;
  return (
    <>
      {line.heading === null ? null : (
        <tr className="answers-area">
          <th scope="rowgroup" colSpan={4}>
            {line.heading}
          </th>
        </tr>
      )}
      <tr>
        <th scope="row">
          <span className="answers-code">{line.code}</span> {line.title}
          <span className="answers-hint">{line.hint}</span>
        </th>
        <td data-label={words.previous}>{line.previous}</td>
        <td data-label={words.answer}>
          <input type="hidden" name={`seen:${line.id}`} value={line.seen} />
          <div className="answers-given">
            <select
              {...named('kind', words.kind)}
              aria-invalid={false}
              value={kind}
              onChange={(event) => setKind(event.target.value)}
            >
              {words.kinds.map(({ value, label }) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </select>
            {line.input === 'line' ? (
              <input type="text" inputMode="decimal" autoComplete="off" {...answer} />
            ) : line.input === 'words' ? (
              <textarea rows={2} maxLength={2000} {...answer} />
            ) : (
              <select {...select}>
                <option value="">{words.empty[kind]}</option>
                {line.input.map(({ value, label }) => (
                  <option key={value} value={value}>
                    {label}
                  </option>
                ))}
              </select>
            )}
          </div>
          <Wrong id={`answer:${line.id}:error`} words={error('answer')} />
        </td>
        <td data-label={words.remarks}>
          <div className="answers-remarks">
            <input {...named('note', words.note)} placeholder={words.note} defaultValue={line.note} />
            <input
              {...named('evidence', words.evidence)}
              placeholder={words.evidence}
              defaultValue={line.evidence}
            />
          </div>
          <Wrong id={`note:${line.id}:error`} words={error('note')} />
          <Wrong id={`evidence:${line.id}:error`} words={error('evidence')} />
        </td>
      </tr>
    </>
  );
}

function Wrong(props: { id: string; words: string | undefined }) {
  if (props.words === undefined) return null;
  return (
    <p id={props.id} className="mt-1 text-[0.8125rem] font-medium text-delete">
      {props.words}
    </p>
  );
}
