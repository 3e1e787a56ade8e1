/** Whether a path is one of these places or lies below it; the front page has nothing below it. */
export function isHere(path: string, places: readonly string[]): boolean {
  return places.some((place) => path === place || (place !== '/' && path.startsWith(`${place}/`)));
}
