// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { fromBase64, sha256, toBase64 } from './bytes';
import { openFile, sealFile } from './files';
import { type Keys, withPublicKey } from './hpke';
import { fingerprint, makeKeys, readBackup, restoreKeys } from './keyring';
import { openWords, type Place, sealAgain, sealWords, type Words } from './message';
import { FILES, pad, room, unpad, WORDS } from './padding';
import { groups, newReceipt, readReceipt, unfold } from './receipt';
import { work } from './work';

async function newKeys(): Promise<Keys> {
  return withPublicKey(
    await crypto.subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, false, ['deriveBits']),
  );
}

const reader = (keys: Keys, id: string) => ({ id, publicKey: toBase64(keys.publicKey) });

describe('a message', () => {
  it('is opened by its readers and by nobody else', async () => {
    const [first, second, stranger] = [await newKeys(), await newKeys(), await newKeys()];
    const { keys: reporter } = await unfold(newReceipt());
    const place: Place = { reporter: reporter.publicKey, number: 1, byReporter: true };
    const words = { about: '某局', text: '招标中收受好处费' };
    const sealed = await sealWords(words, place, reporter, [
      reader(first, 'a'),
      reader(second, 'b'),
    ]);
    expect(JSON.stringify(sealed)).not.toContain('招标');

    for (const [keys, key] of [
      [first, sealed.keys[0]?.key],
      [second, sealed.keys[1]?.key],
      [reporter, sealed.reporterKey],
    ] as const) {
      expect(await openWords(sealed.body, key ?? '', place, reporter.publicKey, keys)).toEqual(
        words,
      );
    }
    const key = sealed.keys[0]?.key ?? '';
    const refused = [
      () => openWords(sealed.body, key, place, reporter.publicKey, stranger),
      // Not who is said to have sealed it, not where it is said to stand, not by whom it is said to be.
      () => openWords(sealed.body, key, place, second.publicKey, first),
      () => openWords(sealed.body, key, { ...place, number: 2 }, reporter.publicKey, first),
      () => openWords(sealed.body, key, { ...place, byReporter: false }, reporter.publicKey, first),
    ];
    for (const one of refused) await expect(one()).rejects.toThrow();
  });

  it('is refused when a single bit was changed', async () => {
    const first = await newKeys();
    const { keys: reporter } = await unfold(newReceipt());
    const place: Place = { reporter: reporter.publicKey, number: 1, byReporter: true };
    const sealed = await sealWords({ text: '一' }, place, reporter, [reader(first, 'a')]);
    const body = fromBase64(sealed.body);
    for (const at of [0, 20, body.length - 1]) {
      const changed = body.slice();
      changed[at] = (changed[at] ?? 0) ^ 1;
      const key = sealed.keys[0]?.key ?? '';
      await expect(
        openWords(toBase64(changed), key, place, reporter.publicKey, first),
      ).rejects.toThrow();
    }
  });

  it('is words and nothing that a page would stumble over', async () => {
    const [first, { keys: reporter }] = [await newKeys(), await unfold(newReceipt())];
    const place: Place = { reporter: reporter.publicKey, number: 1, byReporter: true };
    const file = { id: 'a', name: '1.pdf', type: 'application/pdf', key: 'b' };
    const others: unknown[] = [
      null,
      '一',
      { text: { $$typeof: 1 } },
      { text: '一', about: ['二'] },
      { text: '一', files: file },
      { text: '一', files: [null] },
      { text: '一', files: [{ ...file, name: 7 }] },
    ];
    const read = async (words: unknown) => {
      const sealed = await sealWords(words as Words, place, reporter, [reader(first, 'a')]);
      const key = sealed.keys[0]?.key ?? '';
      return openWords(sealed.body, key, place, reporter.publicKey, first);
    };
    expect(await read({ text: '一', files: [file] })).toEqual({ text: '一', files: [file] });
    for (const other of others) await expect(read(other)).rejects.toThrow(TypeError);
  });

  it('is sealed again for a newcomer, who knows by whom', async () => {
    const [first, newcomer] = [await newKeys(), await newKeys()];
    const { keys: reporter } = await unfold(newReceipt());
    const place: Place = { reporter: reporter.publicKey, number: 1, byReporter: true };
    const sealed = await sealWords({ text: '一' }, place, reporter, [reader(first, 'a')]);
    const again = await sealAgain(
      {
        key: sealed.keys[0]?.key ?? '',
        digest: toBase64(await sha256(fromBase64(sealed.body))),
        place,
        sealer: reporter.publicKey,
      },
      first,
      newcomer.publicKey,
    );
    expect(await openWords(sealed.body, again, place, first.publicKey, newcomer)).toEqual({
      text: '一',
    });
    await expect(
      openWords(sealed.body, again, place, reporter.publicKey, newcomer),
    ).rejects.toThrow();
  });
});

describe('a length', () => {
  it('says little', async () => {
    const sizes = [1, 10, 900].map((length) => pad(new Uint8Array(length), WORDS).length);
    expect(new Set(sizes)).toEqual(new Set([1024]));
    expect(pad(new Uint8Array(1021), WORDS).length).toBe(2048);
    expect(() => pad(new Uint8Array(room(WORDS) + 1), WORDS)).toThrow(RangeError);
    expect(unpad(pad(Uint8Array.of(1, 2, 3), WORDS))).toEqual(Uint8Array.of(1, 2, 3));
    const { sealed, key } = await sealFile(Uint8Array.of(7));
    expect(sealed.length).toBe(FILES.least + 28);
    expect(await openFile(sealed, key)).toEqual(Uint8Array.of(7));
  });
});

describe('a receipt', () => {
  it('is read back however it is set', () => {
    const receipt = newReceipt();
    const written = groups(receipt).join('-');
    expect(written).toHaveLength(35);
    for (const typed of [
      written,
      written.toLowerCase(),
      written.replaceAll('-', ' '),
      ` ${written} `,
    ])
      expect(readReceipt(typed)).toEqual({ receipt });
    expect(readReceipt(written.replaceAll('0', 'o').replaceAll('1', 'L'))).toEqual({ receipt });
  });

  it('shows any one slip and any swap', () => {
    const written = groups('0123456789ABCDEFGHJKMNPQRS').join('');
    for (let at = 0; at < written.length; at++) {
      for (const other of '0123456789ABCDEFGHJKMNPQRSTVWXYZ') {
        if (other === written[at]) continue;
        const slip = written.slice(0, at) + other + written.slice(at + 1);
        expect(readReceipt(slip), slip).toEqual({ wrong: 'slip' });
      }
      for (let to = at + 1; to < written.length; to++) {
        const swapped = [...written];
        [swapped[at], swapped[to]] = [swapped[to] ?? '', swapped[at] ?? ''];
        if (swapped.join('') !== written)
          expect(readReceipt(swapped.join(''))).toEqual({ wrong: 'slip' });
      }
    }
    expect(readReceipt(written.slice(1))).toEqual({ wrong: 'length' });
    expect(readReceipt(`U${written.slice(1)}`)).toEqual({ wrong: 'slip' });
  });

  it('unfolds into the same again, and a neighbour into something else', async () => {
    const one = await unfold('0123456789ABCDEFGHJKMNPQRS');
    const same = await unfold('0123456789ABCDEFGHJKMNPQRS');
    const other = await unfold('0123456789ABCDEFGHJKMNPQRT');
    expect(same.mailbox).toEqual(one.mailbox);
    expect(same.keys.publicKey).toEqual(one.keys.publicKey);
    expect(other.mailbox).not.toEqual(one.mailbox);
    expect(other.keys.publicKey).not.toEqual(one.keys.publicKey);
  });
});

describe('a recipient’s key', () => {
  it('comes back from its backup with the passphrase alone', async () => {
    const { keys, backup } = await makeKeys('inv.a', '一句很长的口令 2026');
    expect(keys.pair.privateKey.extractable).toBe(false);
    const file = JSON.stringify(backup);
    const read = readBackup(file);
    expect(read && (await restoreKeys(read, '一句很长的口令 2026')).publicKey).toEqual(
      keys.publicKey,
    );
    await expect(restoreKeys(backup, '另一句口令 2026')).rejects.toThrow();
    expect(readBackup('{}')).toBeUndefined();
    expect(readBackup('not at all')).toBeUndefined();
    expect(await fingerprint(keys.publicKey)).toMatch(/^([0-9A-F]{4} ){7}[0-9A-F]{4}$/);
  }, 30_000);
});

describe('work', () => {
  it('finds an answer that counts', async () => {
    const done = await work({ challenge: '1.10.abc.def', bits: 10 });
    const hash = await sha256(new TextEncoder().encode(`1.10.abc.def.${done.answer}`));
    expect(hash[0]).toBe(0);
    expect((hash[1] ?? 255) < 64).toBe(true);
  });
});
