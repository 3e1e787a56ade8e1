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
  /** Ids of the answers that this save wrote, by indicator. */
  readonly written: Readonly<Record<string, string>>;
  /** Ids of the answers that stand in its way and that its refusal shows, by indicator (MO35). */
  readonly met: Readonly<Record<string, string>>;
}

export type AnswersAction = (state: AnswersState, form: FormData) => Promise<AnswersState>;

const IDLE: AnswersState = { status: 'idle', message: '', errors: {}, written: {}, met: {} };

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

/**
 * A return as a dense table of answers. A refusal marks every field that is wrong and keeps all that was typed; so does a
 * save with what is typed while it is under way.
 */
export function ReturnForm(props: {
  returnId: string;
  lines: readonly FormLine[];
  words: FormWords;
  action: AnswersAction;
}) {
  const { words } = props;
  const [state, dispatch, isPending] = useActionState(props.action, IDLE);
  // Saves are counted, so that what is typed during one is known from what it takes along. They are answered in turn.
  const [saves, setSaves] = useState(0);
  const [answered, setAnswered] = useState({ state, count: 0, done: 0 });
  if (state !== answered.state) {
    const count = answered.count + 1;
    setAnswered({ state, count, done: state.status === 'done' ? count : answered.done });
  }
  const [typedAfter, setTypedAfter] = useState(-1);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const [first] = Object.keys(state.errors);
    const field = first === undefined ? null : form.current?.elements.namedItem(first);
    if (field instanceof HTMLElement) field.focus();
  }, [state]);
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    setSaves(saves + 1);
    startTransition(() => dispatch(data));
  }
  return (
    <form ref={form} action={dispatch} onSubmit={submit} onInput={() => setTypedAfter(saves)} noValidate>
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
            <Row
              key={line.id}
              line={line}
              words={words}
              errors={state.errors}
              saves={saves}
              done={answered.done}
              shownId={state.written[line.id] ?? state.met[line.id]}
            />
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
          {typedAfter >= answered.done && state.status !== 'refused' ? words.unsaved : state.message}
        </p>
      </div>
    </form>
  );
}

/**
 * A row of which another answer stands now shows that: its hidden `seen` must not outrun what is seen. But one that was
 * typed into since what was saved last keeps what was typed, over the answer that this save wrote of it, or that its
 * refusal showed.
 */
function Row(props: {
  line: FormLine;
  words: FormWords;
  errors: AnswersState['errors'];
  saves: number;
  /** How many saves had been begun when the last one that was done was. */
  done: number;
  shownId: string | undefined;
}) {
  const { line, words, errors, saves, done, shownId } = props;
  const [typedAfter, setTypedAfter] = useState(-1);
  const [shown, setShown] = useState({ arrived: line.seen, seen: line.seen, told: '', times: 0 });
  const isTyped = typedAfter >= done;
  if (line.seen !== shown.arrived) {
    const arrived = line.seen;
    setShown(isTyped ? { ...shown, arrived } : { ...shown, arrived, seen: arrived, times: shown.times + 1 });
  } else if (shownId !== undefined && shownId !== shown.told) {
    setShown({ ...shown, told: shownId, seen: shownId });
  }
  return (
    <Fields
      key={shown.times}
      line={line}
      seen={shown.seen}
      words={words}
      errors={errors}
      onInput={() => setTypedAfter(saves)}
    />
  );
}

function Fields(props: {
  line: FormLine;
  seen: string;
  words: FormWords;
  errors: AnswersState['errors'];
  onInput: () => void;
}) {
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
      <tr onInput={props.onInput}>
        <th scope="row">
          <span className="answers-code">{line.code}</span> {line.title}
          <span className="answers-hint">{line.hint}</span>
        </th>
        <td data-label={words.previous}>{line.previous}</td>
        <td data-label={words.answer}>
          <input type="hidden" name={`seen:${line.id}`} value={props.seen} />
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
