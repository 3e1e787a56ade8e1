/** What a server action of the versions page answers. `fields` holds the errors of single controls. */
export interface ActAnswer {
  readonly state: 'idle' | 'done' | 'refused';
  readonly message?: string;
  readonly fields?: Readonly<Record<string, string>>;
}
