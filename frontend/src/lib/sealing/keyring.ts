import { argon2idAsync } from '@noble/hashes/argon2.js';
import { decrypt, encrypt } from './aes';
import { type Bytes, fromBase64, random, sha256, textOf, toBase64, utf8 } from './bytes';
import { type Keys, withPublicKey } from './hpke';

const CURVE = { name: 'ECDH', namedCurve: 'P-256' };
const DATABASE = 'sunlit-report-keys';
const STORE = 'keys';

/** The second choice of RFC 9106, section 4: 64 MiB, three passes, four lanes. */
const COST = { memory: 64 * 1024, passes: 3, lanes: 4 };
const NOTHING: Bytes = new Uint8Array(0);

/** A private key in a file, sealed with a passphrase. */
export interface Backup {
  kind: 'sunlit-report-key';
  version: 1;
  account: string;
  publicKey: string;
  argon2id: { salt: string; memory: number; passes: number; lanes: number };
  sealed: string;
}

/** The first 16 bytes of a public key's SHA-256, for two people to compare. */
export async function fingerprint(publicKey: Bytes): Promise<string> {
  const hash = (await sha256(publicKey)).slice(0, 16);
  const digits = Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return digits.toUpperCase().replace(/.{4}(?!$)/g, '$& ');
}

async function passphraseKey(passphrase: string, { argon2id }: Pick<Backup, 'argon2id'>) {
  const key = await argon2idAsync(utf8(passphrase.normalize('NFKC')), fromBase64(argon2id.salt), {
    m: argon2id.memory,
    t: argon2id.passes,
    p: argon2id.lanes,
    dkLen: 32,
  });
  return new Uint8Array(key);
}

/** A private key that works here and can't be taken out of this browser any more. */
async function bind(jwk: JsonWebKey): Promise<Keys> {
  const { kty = 'EC', crv = 'P-256', x = '', y = '' } = jwk;
  const secret = { kty, crv, x, y, d: jwk.d ?? '' };
  return withPublicKey({
    privateKey: await crypto.subtle.importKey('jwk', secret, CURVE, false, ['deriveBits']),
    publicKey: await crypto.subtle.importKey('jwk', { kty, crv, x, y }, CURVE, true, []),
  });
}

/** A new key pair of this account, and its backup. */
export async function makeKeys(
  account: string,
  passphrase: string,
): Promise<{ keys: Keys; backup: Backup }> {
  const pair = await crypto.subtle.generateKey(CURVE, true, ['deriveBits']);
  const jwk = await crypto.subtle.exportKey('jwk', pair.privateKey);
  const keys = await bind(jwk);
  const argon2id = { salt: toBase64(random(16)), ...COST };
  const { crv, d, kty, x, y } = jwk;
  const plain = utf8(JSON.stringify({ crv, d, kty, x, y }));
  const sealed = await encrypt(await passphraseKey(passphrase, { argon2id }), plain, NOTHING);
  return {
    keys,
    backup: {
      kind: 'sunlit-report-key',
      version: 1,
      account,
      publicKey: toBase64(keys.publicKey),
      argon2id,
      sealed: toBase64(sealed),
    },
  };
}

/** The backup that a file holds; nothing when it holds none. */
export function readBackup(text: string): Backup | undefined {
  try {
    const read = JSON.parse(text) as Partial<Backup>;
    return read.kind === 'sunlit-report-key' && read.version === 1 && read.argon2id && read.sealed
      ? (read as Backup)
      : undefined;
  } catch {
    return undefined;
  }
}

/** Fails when the passphrase is another. */
export async function restoreKeys(backup: Backup, passphrase: string): Promise<Keys> {
  const key = await passphraseKey(passphrase, backup);
  const plain = await decrypt(key, fromBase64(backup.sealed), NOTHING);
  return bind(JSON.parse(textOf(plain)) as JsonWebKey);
}

function opened(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('No database'));
  });
}

async function inStore<T>(
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const database = await opened();
  try {
    return await new Promise((resolve, reject) => {
      const transaction = database.transaction(STORE, mode);
      const request = work(transaction.objectStore(STORE));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = () => reject(transaction.error ?? new Error('Not kept'));
    });
  } finally {
    database.close();
  }
}

/** Keeps it in this browser, for this account. */
export async function keepKeys(account: string, keys: Keys): Promise<void> {
  await inStore('readwrite', (store) => store.put(keys, account));
}

/** What this browser has of this account. */
export async function keptKeys(account: string): Promise<Keys | undefined> {
  return inStore<Keys | undefined>('readonly', (store) => store.get(account));
}
