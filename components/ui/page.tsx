import type { ReactNode } from 'react';

/** Heading of a page: where one is, what it is, and the one primary action. */
export function PageHeader(props: {
  eyebrow?: ReactNode;
  title: ReactNode;
  lead?: ReactNode;
  actions?: ReactNode;
}) {
  return (
    <header className="mb-6 flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
      <div className="min-w-0 max-w-3xl">
        {props.eyebrow === undefined ? null : <p className="mb-1 text-sm text-muted">{props.eyebrow}</p>}
        <h1 className="font-serif text-[1.65rem] leading-tight font-semibold">{props.title}</h1>
        {props.lead === undefined ? null : <div className="mt-2 text-muted">{props.lead}</div>}
      </div>
      {props.actions === undefined ? null : <div className="flex flex-wrap gap-2">{props.actions}</div>}
    </header>
  );
}

/** A sheet of paper without a heading of its own: the page's title names what is on it. */
export function Card(props: { children: ReactNode }) {
  return (
    <div className="mb-6 rounded-lg border border-line bg-paper px-5 py-5 shadow-card">{props.children}</div>
  );
}

/** A titled part of a page on paper. */
export function Section(props: { title: ReactNode; aside?: ReactNode; children: ReactNode; id?: string }) {
  return (
    <section id={props.id} className="mb-6 rounded-lg border border-line bg-paper shadow-card">
      <div className="flex flex-wrap items-center justify-between gap-2 border-b border-line px-5 py-3">
        <h2 className="text-[0.95rem] font-semibold">{props.title}</h2>
        {props.aside}
      </div>
      <div className="px-5 py-4">{props.children}</div>
    </section>
  );
}
