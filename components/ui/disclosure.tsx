import type { ReactNode } from 'react';

/** Something that opens in place: forms and history that are not needed at first sight. */
export function Disclosure(props: { summary: ReactNode; children: ReactNode; className?: string }) {
  return (
    <details className={`group ${props.className ?? ''}`}>
      <summary className="inline-flex min-h-8 cursor-pointer list-none items-center gap-1.5 rounded-md text-sm font-medium text-accent select-none hover:underline [&::-webkit-details-marker]:hidden">
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
