import { decrypt, encrypt, KEY_BYTES } from './aes';
import { type Bytes, fromBase64, random, toBase64 } from './bytes';
import { FILES, pad, room, unpad } from './padding';

/** Kinds that are taken, and how a file of them is called. */
const KINDS: Record<string, string> = {
  'image/jpeg': 'jpg',
  'image/png': 'jpg',
  'image/webp': 'jpg',
  'application/pdf': 'pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'text/plain': 'txt',
};

/** The longer side of a picture at most, in pixels: enough to read a page photographed. */
const LONGEST = 3000;

export type Refusal = 'kind' | 'size' | 'picture';

export interface Prepared {
  name: string;
  type: string;
  content: Bytes;
  /** Whether what describes it was left behind. */
  stripped: boolean;
}

function isPicture(type: string): boolean {
  return type.startsWith('image/');
}

/** Drawn anew: the pixels and nothing of when, where and with what they were taken. */
async function redrawn(file: File): Promise<Blob> {
  const picture = await createImageBitmap(file);
  const scale = Math.min(1, LONGEST / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  return new Promise((resolve, reject) =>
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error('No picture'))),
      'image/jpeg',
      0.9,
    ),
  );
}

/** A chosen file as it may be sent: under a name that says nothing. */
export async function prepare(file: File, number: number): Promise<Prepared | Refusal> {
  const ending = KINDS[file.type];
  if (!ending) return 'kind';
  const stripped = isPicture(file.type);
  let kept: Blob = file;
  if (stripped) {
    try {
      kept = await redrawn(file);
    } catch {
      return 'picture';
    }
  }
  if (kept.size > room(FILES)) return 'size';
  return {
    name: `${number}.${ending}`,
    type: stripped ? 'image/jpeg' : file.type,
    content: new Uint8Array(await kept.arrayBuffer()),
    stripped,
  };
}

const NOTHING: Bytes = new Uint8Array(0);

export async function sealFile(content: Bytes): Promise<{ sealed: Bytes; key: string }> {
  const key = random(KEY_BYTES);
  return { sealed: await encrypt(key, pad(content, FILES), NOTHING), key: toBase64(key) };
}

export async function openFile(sealed: Bytes, key: string): Promise<Bytes> {
  return unpad(await decrypt(fromBase64(key), sealed, NOTHING));
}
