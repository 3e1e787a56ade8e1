/** Flag of a country by its ISO code as regional-indicator letters, with the code itself where no flag font exists. */
export function Flag(props: { country: string | null; name?: string }) {
  if (props.country === null || !/^[A-Z]{2}$/.test(props.country)) return null;
  return (
    <span role="img" aria-label={props.name ?? props.country} className="inline-flex items-center">
      {String.fromCodePoint(...[...props.country].map((letter) => 0x1f1e6 + letter.charCodeAt(0) - 65))}
    </span>
  );
}
