import { toProblem } from '@/lib/problem';
import { endSessions, login, logout, refresh, type Account, type Session } from '../generated';
import { client } from '../generated/client.gen';
import { accessToken, setAccessToken } from '../session';

export type SessionState =
  { status: 'restoring' } | { status: 'out'; ended: boolean } | { status: 'in'; account: Account };

const AHEAD = 60_000;
const SHORTEST = 20_000;
const LONGEST = 9 * 60_000;
const HINT = 'sunlit.signedIn';

let state: SessionState = { status: 'restoring' };
let timer: ReturnType<typeof setTimeout> | undefined;
let renewing: Promise<boolean> | undefined;
let renewAt = 0;
const IDLE_SECONDS = 7200;
let idleLimit = IDLE_SECONDS * 1000;
const listeners = new Set<() => void>();

export function subscribeToSession(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** For so long, in milliseconds, somebody may do nothing. */
export function idleAfter(): number {
  return idleLimit;
}

export function sessionState(): SessionState {
  return state;
}

function become(next: SessionState): void {
  state = next;
  listeners.forEach((listener) => listener());
}

/** When to renew: a minute before the token ends, whatever this machine's clock thinks of the city's. */
export function renewIn(expiresAt: string, now: number): number {
  return Math.min(LONGEST, Math.max(SHORTEST, Date.parse(expiresAt) - now - AHEAD));
}

/**
 * Whether somebody signed in with this browser and not out again. Says nothing of who: it keeps the
 * pages for everybody from asking the city for a session that was never there.
 */
function hinted(): boolean {
  try {
    return window.localStorage.getItem(HINT) !== null;
  } catch {
    return false;
  }
}

function keepHint(signedIn: boolean): void {
  try {
    if (signedIn) window.localStorage.setItem(HINT, '1');
    else window.localStorage.removeItem(HINT);
  } catch {
    // Without storage one signs in again after a reload.
  }
}

function begin(session: Session): void {
  idleLimit = (session.idleSeconds ?? IDLE_SECONDS) * 1000;
  keepHint(true);
  setAccessToken(session.accessToken);
  const wait = renewIn(session.expiresAt, Date.now());
  renewAt = Date.now() + wait;
  clearTimeout(timer);
  timer = setTimeout(() => void renew(), wait);
  become({ status: 'in', account: session.account });
}

/** Whether a session that is no more has ended by itself; what comes back late changes nothing of that. */
function hasEnded(): boolean {
  return state.status === 'in' || (state.status === 'out' && state.ended);
}

function end(ended: boolean): void {
  keepHint(false);
  setAccessToken(null);
  clearTimeout(timer);
  become({ status: 'out', ended });
}

/** One tab at a time: the cookie is good for one use, and two tabs with the same one look like a thief. */
function alone<Result>(work: () => Promise<Result>): Promise<Result> {
  return navigator.locks ? navigator.locks.request('sunlit-refresh', work) : work();
}

/** Trades the refresh cookie for a new token; false when there is no session to go on with. */
export function renew(): Promise<boolean> {
  renewing ??= alone(async () => {
    try {
      const { data } = await refresh({ throwOnError: true });
      begin(data);
      return true;
    } catch (error) {
      if (toProblem(error).status === 401) end(hasEnded());
      else if (state.status === 'restoring') end(false);
      // A bad connection ends nothing: try again soon.
      else if (state.status === 'in') timer = setTimeout(() => void renew(), SHORTEST);
      return false;
    } finally {
      renewing = undefined;
    }
  });
  return renewing;
}

export async function signIn(account: string, password: string): Promise<void> {
  prepare();
  const { data } = await login({ body: { account, password }, throwOnError: true });
  begin(data);
}

/** Goes on with a session that a later step of signing in has given. */
export function enter(session: Session): void {
  prepare();
  begin(session);
}

const others =
  typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('sunlit-staff');
if (others) {
  others.onmessage = ({ data }) => end(data === 'idle');
}

/** Signs out here and in every other tab, even when the city can't be told. */
export async function signOut(): Promise<void> {
  try {
    await logout({ throwOnError: true });
  } finally {
    end(false);
    others?.postMessage('out');
  }
}

/** Signs out because nobody has done anything for so long; what is being written stays as it is, in every tab. */
export async function signOutIdle(): Promise<void> {
  try {
    await logout({ throwOnError: true });
  } finally {
    end(true);
    others?.postMessage('idle');
  }
}

/** Signs out on every device and in every tab, this one included; nothing changes here when it fails. */
export async function signOutEverywhere(): Promise<void> {
  await endSessions({ throwOnError: true });
  end(false);
  others?.postMessage('out');
}

/** A call that comes back because the token has ended is made once more with a new one. */
async function fetchRenewing(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const request = new Request(input, init);
  if (!request.headers.has('Authorization')) return fetch(request);
  const again = request.clone();
  const answer = await fetch(request);
  if (answer.status !== 401 || !(await renew())) return answer;
  again.headers.set('Authorization', `Bearer ${accessToken()}`);
  return fetch(again);
}

let prepared = false;

function prepare(): void {
  if (prepared) return;
  prepared = true;
  client.setConfig({ fetch: fetchRenewing });
  // A machine that slept wakes with an old token.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible' && state.status === 'in' && Date.now() > renewAt) {
      void renew();
    }
  });
}

let started = false;

/** Called where one has to be signed in: goes on with the session of the cookie, if there is one. */
export function startSession(): void {
  if (started) return;
  started = true;
  prepare();
  if (state.status === 'restoring') void renew();
}

/** Called on pages for everybody: goes on with a session only where somebody had signed in. */
export function resumeSession(): void {
  if (hinted()) startSession();
}

/** Whether a session may still turn up; false where nobody has looked for one. */
export function sessionAwaited(): boolean {
  return started && state.status === 'restoring';
}
