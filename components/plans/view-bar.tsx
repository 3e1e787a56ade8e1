import Link from 'next/link';

export interface ViewLink {
  readonly key: string;
  readonly label: string;
  readonly href: string;
}

/** The ways to look at one plan, as links that look like tabs. */
export function ViewBar(props: { label: string; views: readonly ViewLink[]; current: string }) {
  return (
    <nav aria-label={props.label} className="no-print -mb-px flex gap-1 overflow-x-auto">
      {props.views.map(({ key, label, href }) => (
        <Link
          key={key}
          href={href}
          scroll={false}
          aria-current={key === props.current ? 'page' : undefined}
          className="inline-flex min-h-10 items-center border-b-2 border-transparent px-3 text-sm whitespace-nowrap text-muted no-underline hover:text-ink aria-[current=page]:border-accent aria-[current=page]:font-medium aria-[current=page]:text-ink"
        >
          {label}
        </Link>
      ))}
    </nav>
  );
}
