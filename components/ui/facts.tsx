import type { ReactNode } from 'react';

/** Facts of one thing, side by side where there is room: a description list. */
export function Facts(props: { facts: readonly { readonly term: string; readonly value: ReactNode }[] }) {
  return (
    <dl className="mb-6 flex flex-wrap gap-x-10 gap-y-3 border-b border-line pb-3">
      {props.facts.map((fact) => (
        <div key={fact.term} className="min-w-0">
          <dt className="text-[0.8125rem] text-muted">{fact.term}</dt>
          <dd className="mt-0.5">{fact.value}</dd>
        </div>
      ))}
    </dl>
  );
}
