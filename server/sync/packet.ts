/**
 * Frames that leave together. What many connections are told alike is one packet for all of them, so that it is
 * put into the form of the socket once: `encoded` is kept by the first socket that sends it.
 */
export class Packet {
  encoded: Buffer | null = null;

  constructor(readonly frames: readonly Uint8Array[]) {}
}
