import { sessionState, subscribeToSession } from '@/api/signin/session';

/**
 * What is kept in this tab for whoever works at it: drafts, the list one came from, what one looked
 * for. It lasts over a reload and a session that ends by itself, and goes when somebody signs out or
 * another signs in.
 */
const PREFIX = 'sunlit.desk.';

let owner: string | undefined;

function mine(account: string, name: string): string {
  return `${PREFIX}${account}.${name}`;
}

export function readDesk<Value>(account: string, name: string): Value | undefined {
  try {
    const text = sessionStorage.getItem(mine(account, name));
    return text === null ? undefined : (JSON.parse(text) as Value);
  } catch {
    return undefined;
  }
}

export function keepAtDesk(account: string, name: string, value: unknown): void {
  try {
    if (value === undefined) sessionStorage.removeItem(mine(account, name));
    else sessionStorage.setItem(mine(account, name), JSON.stringify(value));
  } catch {
    // Without storage it lasts as long as the page.
  }
}

/** Leaves the desk empty, but for one account's things where one is given. */
export function clearDesk(except?: string): void {
  try {
    const kept = except === undefined ? undefined : mine(except, '');
    for (const key of Object.keys(sessionStorage)) {
      if (key.startsWith(PREFIX) && !(kept && key.startsWith(kept))) sessionStorage.removeItem(key);
    }
  } catch {
    // Nothing was kept.
  }
}

/** Watches who is here; called once, when the staff's pages are first opened. */
export function tendDesk(): void {
  const tend = () => {
    const session = sessionState();
    if (session.status === 'in' && session.account.account !== owner) {
      owner = session.account.account;
      clearDesk(owner);
    } else if (session.status === 'out' && !session.ended && owner !== undefined) {
      owner = undefined;
      clearDesk();
    }
  };
  subscribeToSession(tend);
  tend();
}
