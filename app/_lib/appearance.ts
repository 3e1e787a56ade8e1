import { cookies } from 'next/headers';
import { getViewer } from './viewer';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

export const THEME_COOKIE = 'mufakat.theme';

export function isTheme(value: unknown): value is Theme {
  return typeof value === 'string' && (THEMES as readonly string[]).includes(value);
}

/** The appearance a person chose; before signing in, the one of this browser. */
export async function getTheme(): Promise<Theme> {
  const viewer = await getViewer();
  if (viewer !== null) return viewer.theme;
  const remembered = (await cookies()).get(THEME_COOKIE)?.value;
  return isTheme(remembered) ? remembered : 'system';
}
