/** The mark: two lines of a text that come to one. */
export function Mark(props: { size?: number }) {
  const size = props.size ?? 28;
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" fill="none" aria-hidden="true" className="shrink-0">
      <path
        d="M3 7h9c6 0 5 9 11 9h6M3 25h9c6 0 5-9 11-9"
        stroke="currentColor"
        strokeWidth="3"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      <path d="M3 16h8.5" stroke="currentColor" strokeWidth="3" strokeLinecap="round" opacity="0.35" />
    </svg>
  );
}

export function Wordmark(props: { name: string }) {
  return (
    <span className="inline-flex items-center gap-2.5 text-accent">
      <Mark size={24} />
      <span className="font-serif text-[1.375rem] max-[26rem]:sr-only leading-none font-semibold tracking-[-0.01em] text-ink">
        {props.name}
      </span>
    </span>
  );
}
