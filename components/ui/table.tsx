import type { ReactNode } from 'react';

/** Up to this many columns a phone shows without scrolling, and what each of more needs, in rem. */
const FIT_A_PHONE = 3;
const COLUMN = 8.5;

/**
 * A table on paper. It scrolls inside its own frame where the screen is narrower than the table: columns beyond the
 * third keep a width in which words can be read, so that rows do not grow tall for cells that nobody sees.
 */
export function Table(props: {
  caption: string;
  head: readonly string[];
  children: ReactNode;
  /** Where columns hold sentences: the least width of each, in rem. */
  column?: number;
}) {
  const column = props.column ?? (props.head.length > FIT_A_PHONE ? COLUMN : 0);
  const minWidth = column === 0 ? undefined : `${props.head.length * column}rem`;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="-mx-5 overflow-x-auto px-5" aria-label={props.caption} tabIndex={0}>
      <table className="w-full border-collapse text-left" style={{ minWidth }}>
        <caption className="sr-only">{props.caption}</caption>
        <thead>
          <tr className="border-b border-line">
            {props.head.map((cell) => (
              <th
                key={cell}
                scope="col"
                className="py-2 pr-4 text-[0.8125rem] font-medium whitespace-nowrap text-muted last:pr-0"
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
