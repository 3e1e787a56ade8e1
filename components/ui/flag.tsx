/** Flag of a country by its ISO code (public/flags). Decorative beside the country's name; pass `name` where it stands alone. */
export function Flag(props: { country: string | null; name?: string; size?: number }) {
  if (props.country === null || !/^[A-Z]{2}$/.test(props.country)) return null;
  const height = props.size ?? 12;
  return (
    // biome-ignore lint/performance/noImgElement: a 1 KB SVG of our own needs no image optimiser
    <img
      src={`/flags/${props.country}.svg`}
      alt={props.name ?? ''}
      width={height * 1.5}
      height={height}
      className="inline-block rounded-[1px] align-[-0.1em] ring-1 ring-line"
    />
  );
}
