let arrived: string | null = null;

/** Remembers the file that this page has just sent: the form that sent it is gone when what was found is drawn. */
export function fileArrived(id: string): void {
  arrived = id;
}

/** Whether this is the file that has just been sent; true once. */
export function takeArrival(id: string): boolean {
  if (arrived !== id) return false;
  arrived = null;
  return true;
}
