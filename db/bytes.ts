/** SQLite's driver hands out Buffers; Yjs wants plain arrays over the same memory. */
export function plainBytes(bytes: Uint8Array): Uint8Array {
  return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** The other way: a Buffer over the same memory, as the driver wants it. */
export function storedBytes(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
