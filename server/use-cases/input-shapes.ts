import { z } from 'zod';
import { cleanLine } from '../../domain/text/clean-line';

/** A name or title that must be there. */
export function nameText(longest: number) {
  return z.string().transform(cleanLine).pipe(z.string().min(1).max(longest));
}

/** A line that may stay empty. */
export function optionalText(longest: number) {
  return z.string().default('').transform(cleanLine).pipe(z.string().max(longest));
}
