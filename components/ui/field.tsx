import type { ComponentProps, ReactNode } from 'react';

const CONTROL =
  'w-full min-h-9 rounded-md border border-line-strong/60 bg-raised px-3 py-1.5 text-ink placeholder:text-muted focus:border-accent aria-invalid:border-delete';

/** Label, control, hint and error of one question. The error is announced and tied to the control. */
export function Field(props: {
  id: string;
  label: string;
  hint?: string;
  error?: string | undefined;
  children: ReactNode;
}) {
  return (
    <div className="grid content-start gap-1">
      <label htmlFor={props.id} className="text-sm font-medium">
        {props.label}
      </label>
      {props.children}
      {props.hint === undefined ? null : (
        <p id={`${props.id}-hint`} className="text-[0.8125rem] text-muted">
          {props.hint}
        </p>
      )}
      {props.error === undefined ? null : (
        <p id={`${props.id}-error`} role="alert" className="text-[0.8125rem] font-medium text-delete">
          {props.error}
        </p>
      )}
    </div>
  );
}

export function TextInput({ className = '', ...rest }: ComponentProps<'input'>) {
  return <input className={`${CONTROL} ${className}`} {...rest} />;
}

export function TextArea({ className = '', ...rest }: ComponentProps<'textarea'>) {
  return <textarea className={`${CONTROL} ${className}`} {...rest} />;
}

export function Select({ className = '', ...rest }: ComponentProps<'select'>) {
  return <select className={`${CONTROL} ${className}`} {...rest} />;
}
