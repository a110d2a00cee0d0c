/** Bytes as they stand in a table of a JSON file. */
export function bytesOf(base64: string): Int8Array {
  const buffer = Buffer.from(base64, 'base64');
  return new Int8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength).slice();
}

export function base64Of(bytes: Int8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
}
