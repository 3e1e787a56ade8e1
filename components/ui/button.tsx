import Link from 'next/link';
import type { ComponentProps, ReactNode } from 'react';

/** `primary`: the one next step of a page. `plain`: everything else. `quiet`: no frame. `danger`: cannot be taken back. */
export type ButtonTone = 'primary' | 'plain' | 'quiet' | 'danger';

const SHAPE =
  'inline-flex min-h-9 cursor-pointer items-center justify-center gap-2 rounded-md px-3.5 py-1.5 text-sm font-medium no-underline transition-colors disabled:cursor-not-allowed disabled:opacity-55';

const TONES: Readonly<Record<ButtonTone, string>> = {
  primary: 'bg-accent text-accent-ink hover:opacity-90',
  plain: 'border border-line-strong/60 bg-raised text-ink hover:border-accent hover:text-accent',
  quiet: 'text-accent hover:bg-accent-soft',
  danger: 'border border-delete bg-raised text-delete hover:bg-delete-soft',
};

export function buttonClass(tone: ButtonTone = 'plain', extra = ''): string {
  return `${SHAPE} ${TONES[tone]} ${extra}`;
}

export function Button({
  tone = 'plain',
  className = '',
  type = 'button',
  ...rest
}: ComponentProps<'button'> & { tone?: ButtonTone }) {
  return <button type={type} className={buttonClass(tone, className)} {...rest} />;
}

export function LinkButton({
  tone = 'plain',
  className = '',
  href,
  children,
}: {
  tone?: ButtonTone;
  className?: string;
  href: string;
  children: ReactNode;
}) {
  return (
    <Link className={buttonClass(tone, className)} href={href}>
      {children}
    </Link>
  );
}
