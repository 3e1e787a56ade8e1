/** What a server action answers to the form that called it. */
export interface FormState {
  readonly status: 'idle' | 'done' | 'refused';
  /** In the reader's language; empty while idle. */
  readonly message: string;
  /** Name of the field the refusal is about, or null. */
  readonly field: string | null;
}

export const IDLE: FormState = { status: 'idle', message: '', field: null };

export type FormAction = (state: FormState, form: FormData) => Promise<FormState>;
