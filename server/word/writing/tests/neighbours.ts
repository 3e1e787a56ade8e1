import { strFromU8, unzipSync } from 'fflate';

/** Every way in which an element of a Word or Excel file stands behind another within a third: what a schema could object to. */
export function neighbours(file: Uint8Array): Set<string> {
  const seen = new Set<string>();
  for (const [name, bytes] of Object.entries(unzipSync(file))) {
    const open: { readonly name: string; last: string }[] = [{ name, last: '' }];
    for (const [, close, element = '', alone] of strFromU8(bytes).matchAll(/<(\/?)([\w:]+)[^>]*?(\/?)>/g)) {
      const parent = open.at(-1);
      if (close === '/' || parent === undefined) {
        open.pop();
        continue;
      }
      seen.add(`${parent.name} > ${parent.last} + ${element}`);
      parent.last = element;
      if (alone !== '/') open.push({ name: element, last: '' });
    }
  }
  return seen;
}
