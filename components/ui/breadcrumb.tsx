import Link from 'next/link';
import { Fragment, type ReactNode } from 'react';

/** Where a page lies: the pages above it, then what else belongs in that line. */
export function Breadcrumb(props: {
  above: readonly { readonly href: string; readonly label: string }[];
  children?: ReactNode;
}) {
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2 gap-y-1">
      {props.above.map((page, index) => (
        <Fragment key={page.href}>
          {index === 0 ? null : <Separator />}
          <Link
            href={page.href}
            className="inline-flex min-h-6 items-center text-accent no-underline hover:underline"
          >
            {page.label}
          </Link>
        </Fragment>
      ))}
      {props.children === undefined ? null : (
        <>
          <Separator />
          {props.children}
        </>
      )}
    </span>
  );
}

function Separator() {
  return (
    <span aria-hidden="true" className="text-line-strong">
      ›
    </span>
  );
}
