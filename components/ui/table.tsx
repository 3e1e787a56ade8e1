import type { ReactNode } from 'react';

/** A table on paper. It scrolls inside its own frame where the screen is narrower than the table. */
export function Table(props: { caption: string; head: readonly string[]; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="-mx-5 overflow-x-auto px-5" aria-label={props.caption} tabIndex={0}>
      <table className="w-full border-collapse text-left">
        <caption className="sr-only">{props.caption}</caption>
        <thead>
          <tr className="border-b border-line">
            {props.head.map((cell) => (
              <th
                key={cell}
                scope="col"
                className="py-2 pr-4 text-[0.8125rem] font-medium text-muted last:pr-0"
              >
                {cell}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="[&>tr]:border-b [&>tr]:border-line/70 [&>tr:last-child]:border-0 [&_td]:py-2 [&_td]:pr-4 [&_td]:align-baseline [&_td:last-child]:pr-0">
          {props.children}
        </tbody>
      </table>
    </section>
  );
}
