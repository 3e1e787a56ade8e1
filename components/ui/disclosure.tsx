import type { ReactNode } from 'react';

/** Something that opens in place: forms and history that are not needed at first sight. */
export function Disclosure(props: {
  summary: ReactNode;
  children: ReactNode;
  className?: string;
  /** For what is seldom needed. */
  quiet?: boolean;
}) {
  return (
    <details className={`group ${props.className ?? ''}`}>
      <summary
        className={`inline-flex cursor-pointer list-none items-center gap-1.5 rounded-md select-none hover:underline [&::-webkit-details-marker]:hidden ${props.quiet === true ? 'min-h-6 text-[0.8125rem] text-muted hover:text-accent' : 'min-h-8 text-sm font-medium text-accent'}`}
      >
        <svg
          width="10"
          height="10"
          viewBox="0 0 10 10"
          aria-hidden="true"
          className="transition-transform group-open:rotate-90"
        >
          <path
            d="M3 1.5 7 5 3 8.5"
            fill="none"
            stroke="currentColor"
            strokeWidth="1.5"
            strokeLinecap="round"
          />
        </svg>
        {props.summary}
      </summary>
      <div className="mt-3 rounded-md border border-line bg-canvas/60 p-4">{props.children}</div>
    </details>
  );
}
