import { useEffect, useState } from 'react';

/** Number and code: by what somebody without an account has a case, a bill, a joint application. */
export interface Keys {
  number: string;
  code: string;
}

export const NO_KEYS: Keys = { number: '', code: '' };

/** As links write them: `#number=…&code=…`. */
export function keysInFragment(fragment: string): Keys {
  const given = new URLSearchParams(fragment.replace(/^#/, ''));
  return { number: given.get('number') ?? '', code: given.get('code') ?? '' };
}

/**
 * A fragment never leaves the browser. The receipt's address is short for the QR code's sake
 * (/track#20261121-000123-4/7K3QX-9FMZT); the forms of other pages write #number=…&code=….
 */
export function fromFragment(fragment: string): Keys {
  const plain = fragment.replace(/^#/, '');
  const short = /^([0-9-]{1,40})\/([0-9A-Za-z-]{1,40})$/.exec(plain);
  if (short) return { number: short[1] ?? '', code: short[2] ?? '' };
  const parameters = new URLSearchParams(plain);
  return {
    number: (parameters.get('number') ?? '').trim().slice(0, 40),
    code: (parameters.get('code') ?? '').trim().slice(0, 40),
  };
}

/**
 * Keys as they came in the address's fragment, which browsers keep to themselves, or were given to `take`.
 * `scanned` counts how often others came while the page was open: a form with it as its key begins anew.
 */
export function useKeys(read: (fragment: string) => Keys): {
  keys: Keys;
  take: (keys: Keys) => void;
  scanned: number;
} {
  const [keys, take] = useState(() => read(window.location.hash));
  const [scanned, setScanned] = useState(0);
  useEffect(() => {
    const onHash = () => {
      const found = read(window.location.hash);
      // Other fragments, such as that of the skip link, change nothing.
      if (!found.number || !found.code) return;
      take(found);
      setScanned((before) => before + 1);
    };
    window.addEventListener('hashchange', onHash);
    return () => window.removeEventListener('hashchange', onHash);
  }, [read]);
  return { keys, take, scanned };
}
