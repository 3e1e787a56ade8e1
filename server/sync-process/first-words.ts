/** Where the first words of a connection lead: to a room, to the pages, or nowhere yet. */
export type Wish = 'room' | 'page' | 'unsaid';

const ROOM = Buffer.from('GET /sync/');

/**
 * What a connection asks for, by the first words of its first request. Whoever asks for a room behind a page's request on
 * the same connection is led to the pages, and from there to the room.
 */
export function wishOf(said: Buffer): Wish {
  if (said.length >= ROOM.length) return said.subarray(0, ROOM.length).equals(ROOM) ? 'room' : 'page';
  return ROOM.subarray(0, said.length).equals(said) ? 'unsaid' : 'page';
}
