/**
 * A message as it goes over a WebSocket: RFC 6455 section 5.2, one final binary frame, unmasked, since a server's are. Made once and written to
 * every connection: a header of its own for each of a hundred readers was most of the cost of a keystroke.
 */
export function wire(message: Uint8Array): Buffer {
  const { byteLength } = message;
  const headerBytes = byteLength < 126 ? 2 : byteLength < 65_536 ? 4 : 10;
  const frame = Buffer.allocUnsafe(headerBytes + byteLength);
  frame[0] = 0x82;
  if (headerBytes === 2) frame[1] = byteLength;
  else if (headerBytes === 4) {
    frame[1] = 126;
    frame.writeUInt16BE(byteLength, 2);
  } else {
    frame[1] = 127;
    frame.writeBigUInt64BE(BigInt(byteLength), 2);
  }
  frame.set(message, headerBytes);
  return frame;
}
