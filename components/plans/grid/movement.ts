/** A place in the grid: the number of a row and of a column. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

export interface Size {
  readonly rows: number;
  readonly columns: number;
}

export interface Pressed {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly shiftKey: boolean;
}

/** How many rows a page is. */
const PAGE = 12;

/** Where a key leads from here; null: it is no key of movement. Nothing leads out of the grid but Tab at its ends. */
export function placeAfter({ key, ctrlKey, shiftKey }: Pressed, at: Place, size: Size): Place | null {
  const { row, column } = at;
  const [bottom, right] = [size.rows - 1, size.columns - 1];
  switch (key) {
    case 'ArrowUp':
      return { row: ctrlKey ? 0 : Math.max(0, row - 1), column };
    case 'ArrowDown':
      return { row: ctrlKey ? bottom : Math.min(bottom, row + 1), column };
    case 'ArrowLeft':
      return { row, column: ctrlKey ? 0 : Math.max(0, column - 1) };
    case 'ArrowRight':
      return { row, column: ctrlKey ? right : Math.min(right, column + 1) };
    case 'Home':
      return { row: ctrlKey ? 0 : row, column: 0 };
    case 'End':
      return { row: ctrlKey ? bottom : row, column: right };
    case 'PageUp':
      return { row: Math.max(0, row - PAGE), column };
    case 'PageDown':
      return { row: Math.min(bottom, row + PAGE), column };
    case 'Tab':
      return shiftKey ? placeBefore(at, right) : placeNext(at, bottom, right);
    default:
      return null;
  }
}

/** Tab leaves the grid at its last cell, and backwards at its first: nobody is caught in it. */
function placeNext({ row, column }: Place, bottom: number, right: number): Place | null {
  if (column < right) return { row, column: column + 1 };
  return row < bottom ? { row: row + 1, column: 0 } : null;
}

function placeBefore({ row, column }: Place, right: number): Place | null {
  if (column > 0) return { row, column: column - 1 };
  return row > 0 ? { row: row - 1, column: right } : null;
}

/** Whether a key types a sign, and so begins to edit with it. */
export function isTyping(
  pressed: Pressed & { readonly altKey: boolean; readonly metaKey: boolean },
): boolean {
  return [...pressed.key].length === 1 && !pressed.ctrlKey && !pressed.metaKey && !pressed.altKey;
}

export interface Block {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** The cells between two corners. */
export function blockBetween(a: Place, b: Place): Block {
  return {
    top: Math.min(a.row, b.row),
    bottom: Math.max(a.row, b.row),
    left: Math.min(a.column, b.column),
    right: Math.max(a.column, b.column),
  };
}

export function isOneCell({ top, bottom, left, right }: Block): boolean {
  return top === bottom && left === right;
}
