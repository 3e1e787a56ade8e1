/** The mark: two lines of text that come to one. */
export function Mark(props: { size?: number }) {
  const size = props.size ?? 26;
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" fill="none" aria-hidden="true" className="shrink-0">
      <path
        d="M4 8.5h7.5c5 0 5.5 7.5 10.5 7.5h6M4 23.5h7.5c5 0 5.5-7.5 10.5-7.5"
        stroke="currentColor"
        strokeWidth="2.6"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      <path d="M4 16h6.5" stroke="currentColor" strokeWidth="2.6" strokeLinecap="round" opacity="0.4" />
    </svg>
  );
}

export function Wordmark(props: { name: string }) {
  return (
    <span className="inline-flex items-center gap-2 text-accent">
      <Mark />
      <span className="font-serif text-[1.3rem] leading-none font-semibold tracking-[-0.01em] text-ink">
        {props.name}
      </span>
    </span>
  );
}
