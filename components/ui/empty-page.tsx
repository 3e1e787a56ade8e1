import type { ReactNode } from 'react';

/** A page with one message: not found, not allowed, something went wrong. Says what happened and what to do. */
export function EmptyPage(props: {
  eyebrow?: ReactNode;
  title: ReactNode;
  children?: ReactNode;
  actions?: ReactNode;
}) {
  return (
    <div className="mx-auto grid max-w-xl gap-3 px-1 py-[clamp(2rem,10vh,7rem)]">
      {props.eyebrow === undefined ? null : <p className="text-sm text-muted">{props.eyebrow}</p>}
      <h1 className="font-serif text-3xl leading-tight font-semibold">{props.title}</h1>
      <div className="text-[1.0625rem]">{props.children}</div>
      {props.actions === undefined ? null : <div className="mt-4 flex flex-wrap gap-2">{props.actions}</div>}
    </div>
  );
}
