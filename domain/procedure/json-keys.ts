/**
 * Whether some object of a JSON text has a key twice. `JSON.parse` silently takes the last one, so a file could
 * show one thing to a reader and prove another. The text must have been parsed as JSON already.
 */
export function repeatsAKey(json: string): boolean {
  const open: (Set<string> | null)[] = [];
  let expectsKey = false;
  for (let at = 0; at < json.length; at += 1) {
    switch (json[at]) {
      case '{':
        open.push(new Set());
        expectsKey = true;
        break;
      case '[':
        open.push(null);
        expectsKey = false;
        break;
      case '}':
      case ']':
        open.pop();
        expectsKey = false;
        break;
      case ',':
        expectsKey = open.at(-1) instanceof Set;
        break;
      case '"': {
        const end = endOfString(json, at);
        const keys = open.at(-1);
        if (expectsKey && keys instanceof Set) {
          const key = JSON.parse(json.slice(at, end + 1)) as string;
          if (keys.has(key)) return true;
          keys.add(key);
          expectsKey = false;
        }
        at = end;
        break;
      }
      default:
        break;
    }
  }
  return false;
}

/** Index of the quotation mark that closes the string opened at `start`. */
function endOfString(json: string, start: number): number {
  let at = start + 1;
  while (at < json.length && json[at] !== '"') at += json[at] === '\\' ? 2 : 1;
  return at;
}

/** Whether a JSON text nests its lists and objects more than `most` deep; asked before it is parsed. */
export function isNestedBeyond(json: string, most: number): boolean {
  let depth = 0;
  for (let at = 0; at < json.length; at += 1) {
    const sign = json[at];
    if (sign === '"') at = endOfString(json, at);
    else if (sign === '{' || sign === '[') depth += 1;
    else if (sign === '}' || sign === ']') depth -= 1;
    if (depth > most) return true;
  }
  return false;
}
