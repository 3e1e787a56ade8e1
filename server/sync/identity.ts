/** Who is at the other end of a socket; server/auth says so, nothing on the wire does. */
export interface SocketIdentity {
  readonly userId: string;
  readonly sessionId: string | null;
  readonly tokenId: string | null;
  readonly via: 'cookie' | 'bearer';
}
