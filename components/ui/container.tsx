import type { ReactNode } from 'react';

/** The measure of a page: `narrow` for forms and reading, `normal` for lists, `wide` for dense work. */
export function Container(props: { width?: 'narrow' | 'normal' | 'wide'; children: ReactNode }) {
  const width = { narrow: 'max-w-3xl', normal: 'max-w-6xl', wide: 'max-w-[100rem]' }[props.width ?? 'normal'];
  return <div className={`mx-auto w-full px-4 py-6 sm:px-6 sm:py-8 ${width}`}>{props.children}</div>;
}
