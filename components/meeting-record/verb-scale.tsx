/** How heavy a verb is among those of the field, as a bar of so many steps. The words beside it say the same. */
export function VerbScale(props: { weight: number; of: number }) {
  const width = (props.weight / props.of) * 44;
  return (
    <svg width="44" height="6" viewBox="0 0 44 6" aria-hidden="true" className="shrink-0">
      <rect width="44" height="6" rx="3" className="fill-line" />
      <rect width={width} height="6" rx="3" className="fill-accent" />
    </svg>
  );
}
