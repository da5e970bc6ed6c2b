import { createHash } from 'node:crypto';

/** RFC 6455 as far as a stand-in for Slack's Socket Mode needs it: unfragmented frames, masked by the client. */

export const TEXT = 1;
export const CLOSE = 8;
export const PING = 9;
export const PONG = 10;

export interface Frame {
  opcode: number;
  payload: Buffer;
}

/** The `Sec-WebSocket-Accept` for a client's key. */
export function acceptKey(key: string): string {
  return createHash('sha1').update(`${key}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`).digest('base64');
}

/** A frame as servers send it: whole, and not masked. */
export function frame(opcode: number, payload: Buffer | string = ''): Buffer {
  const body = Buffer.from(payload as string);
  const head = Buffer.alloc(body.length < 126 ? 2 : body.length < 65_536 ? 4 : 10);
  head[0] = 0x80 | opcode;
  if (body.length < 126) head[1] = body.length;
  else if (body.length < 65_536) {
    head[1] = 126;
    head.writeUInt16BE(body.length, 2);
  } else {
    head[1] = 127;
    head.writeBigUInt64BE(BigInt(body.length), 2);
  }
  return Buffer.concat([head, body]);
}

/** Cuts a stream of bytes into the frames that a client sent. */
export function frameReader(heard: (frame: Frame) => void): (chunk: Buffer) => void {
  let rest: Buffer = Buffer.alloc(0);
  return (chunk) => {
    rest = Buffer.concat([rest, chunk]);
    for (let next = firstFrame(rest); next !== null; next = firstFrame(rest)) {
      rest = rest.subarray(next.size);
      heard(next);
    }
  };
}

function firstFrame(bytes: Buffer): (Frame & { size: number }) | null {
  if (bytes.length < 2) return null;
  const short = (bytes[1] ?? 0) & 0x7f;
  const lengthBytes = short === 126 ? 2 : short === 127 ? 8 : 0;
  const maskAt = 2 + lengthBytes;
  if (bytes.length < maskAt + 4) return null;
  const length =
    lengthBytes === 0 ? short : lengthBytes === 2 ? bytes.readUInt16BE(2) : Number(bytes.readBigUInt64BE(2));
  const from = maskAt + 4;
  if (bytes.length < from + length) return null;
  const mask = bytes.subarray(maskAt, from);
  const payload = Buffer.from(bytes.subarray(from, from + length));
  for (let at = 0; at < payload.length; at++) payload[at] = (payload[at] ?? 0) ^ (mask[at % 4] ?? 0);
  return { opcode: (bytes[0] ?? 0) & 0x0f, payload, size: from + length };
}
