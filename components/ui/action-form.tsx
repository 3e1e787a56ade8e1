'use client';

import {
  createContext,
  type FormEvent,
  type ReactNode,
  startTransition,
  useActionState,
  useContext,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react';
import { Button, type ButtonTone } from './button';
import { Field, Select, TextArea, TextInput } from './field';
import { type FormAction, IDLE } from './form-state';

interface FormContext {
  readonly id: string;
  readonly errors: Readonly<Record<string, string>>;
}

const Context = createContext<FormContext>({ id: '', errors: {} });

type ActionHidden = Readonly<Record<string, string>>;

/** Words a form needs, already in the reader's language (`formWords` in form-words.ts). */
export interface FormWords {
  readonly required: string;
  readonly check: string;
}

/**
 * A form that a server action answers. It works before the page's script has loaded; afterwards a refusal keeps
 * everything that was typed, marks the field it is about and moves the focus there. When the work is done the form
 * is empty again, says so, and a disclosure around it closes, unless somebody typed on meanwhile.
 */
export function ActionForm(props: {
  action: FormAction;
  words: FormWords;
  submit: ReactNode;
  tone?: ButtonTone;
  /**
   * Values that travel with the form: ids, and what was seen. They stay as they were when one began to type, however the
   * page around them is drawn anew, until the form is answered.
   */
  hidden?: ActionHidden;
  children?: ReactNode;
  className?: string;
  /** Keeps the values after success: for forms that edit something. */
  keep?: boolean;
  /** For fields that stand outside it and name it in their `form`. */
  id?: string;
}) {
  const [state, dispatch, isPending] = useActionState(props.action, IDLE);
  const [missing, setMissing] = useState<readonly string[]>([]);
  const [held, setHeld] = useState<ActionHidden | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const hidden = useRef(props.hidden);
  hidden.current = props.hidden;
  const typesOn = useRef(false);
  const id = useId();
  const errors: Record<string, string> = Object.fromEntries(
    missing.map((name) => [name, props.words.required]),
  );
  if (state.status === 'refused' && state.field !== null && missing.length === 0) {
    errors[state.field] = state.message;
  }

  useEffect(() => {
    if (state.status === 'refused' && state.field !== null) focusField(form.current, state.field);
    setHeld(typesOn.current ? (hidden.current ?? null) : null);
    if (state.status !== 'done' || typesOn.current) return;
    if (props.keep !== true) form.current?.reset();
    form.current?.closest('details')?.removeAttribute('open');
  }, [state, props.keep]);

  function hear() {
    typesOn.current = true;
    if (held === null) setHeld(props.hidden ?? null);
  }

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const empty = emptyFields(event.currentTarget);
    setMissing(empty);
    const [first] = empty;
    if (first !== undefined) {
      focusField(event.currentTarget, first);
      return;
    }
    typesOn.current = false;
    const data = new FormData(event.currentTarget, (event.nativeEvent as SubmitEvent).submitter);
    startTransition(() => dispatch(data));
  }

  const message = missing.length > 0 ? props.words.check : state.message;
  const isProblem = missing.length > 0 || state.status === 'refused';
  return (
    <Context value={{ id, errors }}>
      <form
        ref={form}
        {...(props.id === undefined ? {} : { id: props.id })}
        action={dispatch}
        onSubmit={submit}
        onInput={hear}
        noValidate
        className={props.className ?? 'grid max-w-3xl gap-4'}
      >
        {Object.entries(held ?? props.hidden ?? {}).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {props.children}
        <div className="flex flex-wrap items-center gap-3">
          <Button type="submit" tone={props.tone ?? 'plain'} disabled={isPending} aria-busy={isPending}>
            {props.submit}
          </Button>
          <p
            role={isProblem ? 'alert' : 'status'}
            className={`text-sm ${isProblem ? 'text-delete' : 'text-insert'}`}
          >
            {message}
          </p>
        </div>
      </form>
    </Context>
  );
}

/** One question of an ActionForm. */
export function FormField(props: {
  name: string;
  label: string;
  hint?: string;
  type?: 'text' | 'date' | 'datetime-local' | 'number' | 'email' | 'password' | 'textarea' | 'select';
  defaultValue?: string;
  required?: boolean;
  maxLength?: number;
  autoComplete?: string;
  lang?: string;
  options?: readonly { readonly value: string; readonly label: string }[];
}) {
  const { id: formId, errors } = useContext(Context);
  const id = `${formId}-${props.name}`;
  const error = errors[props.name];
  const described = [
    props.hint === undefined ? '' : `${id}-hint`,
    error === undefined ? '' : `${id}-error`,
  ].filter((part) => part !== '');
  const common = {
    id,
    name: props.name,
    required: props.required ?? false,
    'aria-invalid': error !== undefined,
    ...(described.length === 0 ? {} : { 'aria-describedby': described.join(' ') }),
    ...(props.defaultValue === undefined ? {} : { defaultValue: props.defaultValue }),
    ...(props.lang === undefined ? {} : { lang: props.lang }),
    ...(props.autoComplete === undefined ? {} : { autoComplete: props.autoComplete }),
  };
  const length = props.maxLength === undefined ? {} : { maxLength: props.maxLength };
  return (
    <Field
      id={id}
      label={props.label}
      error={error}
      {...(props.hint === undefined ? {} : { hint: props.hint })}
    >
      {props.type === 'select' ? (
        // A choice, unlike words, does not follow another default by itself.
        <Select key={props.defaultValue} {...common}>
          {(props.options ?? []).map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </Select>
      ) : props.type === 'textarea' ? (
        <TextArea rows={3} {...common} {...length} />
      ) : (
        <TextInput type={props.type ?? 'text'} {...common} {...length} />
      )}
    </Field>
  );
}

function emptyFields(form: HTMLFormElement): string[] {
  return [...form.elements].flatMap((element) =>
    (element instanceof HTMLInputElement ||
      element instanceof HTMLSelectElement ||
      element instanceof HTMLTextAreaElement) &&
    element.required &&
    element.value.trim() === ''
      ? [element.name]
      : [],
  );
}

function focusField(form: HTMLFormElement | null, name: string): void {
  const field = form?.elements.namedItem(name);
  if (field instanceof HTMLElement) field.focus();
}
