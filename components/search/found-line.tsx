import type { FoundItem } from './types';

/** One find: what it is and where it stands, then the words around what was looked for. */
export function FoundLine(props: { item: FoundItem; kind: string }) {
  const { item } = props;
  return (
    <>
      <span className="flex min-w-0 flex-wrap items-baseline gap-x-2 text-[0.8125rem] text-muted">
        <span className="font-medium text-ink">
          {item.place === '' ? props.kind : `${props.kind} ${item.place}`}
        </span>
        {item.document === null ? null : (
          <span className="min-w-0 truncate">
            {item.document.symbol} · {item.document.title}
          </span>
        )}
      </span>
      <span className="line-clamp-2 font-serif text-[1.02rem] leading-snug text-ink">
        {item.parts.map((part, index) =>
          index % 2 === 1 ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: a part is its place in the excerpt
            <mark key={index} className="rounded-sm bg-format-soft px-0.5 text-ink">
              {part}
            </mark>
          ) : (
            // biome-ignore lint/suspicious/noArrayIndexKey: a part is its place in the excerpt
            <span key={index}>{part}</span>
          ),
        )}
      </span>
    </>
  );
}
