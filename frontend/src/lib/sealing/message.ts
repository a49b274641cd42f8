import { decrypt, encrypt, KEY_BYTES } from './aes';
import {
  type Bytes,
  fromBase64,
  join,
  number32,
  random,
  sha256,
  textOf,
  toBase64,
  utf8,
} from './bytes';
import { type Keys, openFrom, sealTo } from './hpke';
import { pad, unpad, WORDS } from './padding';

/** A file's name, kind and key: known to those who can open the message that names it. */
export interface NamedFile {
  id: string;
  name: string;
  type: string;
  key: string;
}

const FILE = ['id', 'name', 'type', 'key'] as const;

/** What somebody wrote. */
export interface Words {
  text: string;
  /** Whom or what it is about; with the first message. */
  about?: string;
  files?: NamedFile[];
}

/** A recipient as one seals to it. */
export interface Reader {
  id: string;
  publicKey: string;
}

export interface SealedWords {
  body: string;
  reporterKey: string;
  keys: { recipient: string; key: string }[];
}

/** Which message of which conversation, and by which side. */
export interface Place {
  reporter: Bytes;
  number: number;
  byReporter: boolean;
}

function context({ reporter, number, byReporter }: Place): Bytes {
  return join(reporter, number32(number), Uint8Array.of(byReporter ? 0 : 1));
}

/** What a content key is bound to: its message, and the message's very bytes. */
export function bound(place: Place, digest: Bytes): Bytes {
  return join(context(place), digest);
}

/** What was sealed, if it is words: whoever wrote it may have sealed something else with a program of their own. */
function wordsOf(sealed: unknown): Words {
  const { text, about, files } = (sealed ?? {}) as Partial<Record<keyof Words, unknown>>;
  const isFile = (file: unknown) =>
    FILE.every((member) => typeof (file as Partial<NamedFile> | null)?.[member] === 'string');
  if (
    typeof text === 'string' &&
    (about === undefined || typeof about === 'string') &&
    (files === undefined || (Array.isArray(files) && files.every(isFile)))
  )
    return sealed as Words;
  throw new TypeError('No words');
}

/** Those a message is sealed to: who may read now, but those whom the reporter has left out. */
export function readers<Recipient extends Reader>(
  recipients: readonly Recipient[],
  leftOut: readonly string[] = [],
): Recipient[] {
  return recipients.filter(({ id }) => !leftOut.includes(id));
}

/** Seals words under a key of their own, and that for the reporter and each recipient. */
export async function sealWords(
  words: Words,
  place: Place,
  sender: Keys,
  readers: readonly Reader[],
): Promise<SealedWords> {
  const key = random(KEY_BYTES);
  const body = await encrypt(key, pad(utf8(JSON.stringify(words)), WORDS), context(place));
  const to = bound(place, await sha256(body));
  const sealFor = async (reader: Bytes) => toBase64(await sealTo(reader, sender, to, key));
  return {
    body: toBase64(body),
    reporterKey: await sealFor(place.reporter),
    keys: await Promise.all(
      readers.map(async ({ id, publicKey }) => ({
        recipient: id,
        key: await sealFor(fromBase64(publicKey)),
      })),
    ),
  };
}

/**
 * Opens words.
 *
 * @param sealer who has sealed the key: the sender, or a recipient who did so again for another
 */
export async function openWords(
  body: string,
  key: string,
  place: Place,
  sealer: Bytes,
  reader: Keys,
): Promise<Words> {
  const bytes = fromBase64(body);
  const content = await openFrom(
    sealer,
    reader,
    bound(place, await sha256(bytes)),
    fromBase64(key),
  );
  return wordsOf(JSON.parse(textOf(unpad(await decrypt(content, bytes, context(place))))));
}

/** A content key sealed again, by one who can open it, for one who can't. */
export async function sealAgain(
  { key, digest, place, sealer }: { key: string; digest: string; place: Place; sealer: Bytes },
  reader: Keys,
  newcomer: Bytes,
): Promise<string> {
  const to = bound(place, fromBase64(digest));
  return toBase64(
    await sealTo(newcomer, reader, to, await openFrom(sealer, reader, to, fromBase64(key))),
  );
}
