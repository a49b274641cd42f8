import { type Bytes, join, number32 } from './bytes';

const HEAD = 4;

/** The steps of messages and of files, in bytes: each is twice the one before (see SealedSizes.java). */
export const WORDS = { least: 1024, most: 64 * 1024 };
export const FILES = { least: 64 * 1024, most: 8 * 1024 * 1024 };

interface Steps {
  least: number;
  most: number;
}

/** How many bytes there is room for. */
export function room(steps: Steps): number {
  return steps.most - HEAD;
}

/** Length, content, and nothing up to the next step, so that the sealed length says little. */
export function pad(content: Uint8Array, steps: Steps): Bytes {
  let step = steps.least;
  while (step < content.length + HEAD) step *= 2;
  if (step > steps.most) throw new RangeError('More than there is room for');
  return join(number32(content.length), content, new Uint8Array(step - HEAD - content.length));
}

export function unpad(padded: Bytes): Bytes {
  const length = new DataView(padded.buffer, padded.byteOffset).getUint32(0);
  if (length > padded.length - HEAD) throw new RangeError('Not what was sealed');
  return padded.slice(HEAD, HEAD + length);
}
