import {
  NETWORK_PROBLEM,
  ProblemError,
  type ProblemDetail,
  UNREADABLE_PROBLEM,
} from '@/lib/problem';
import { client } from './generated/client.gen';

function isProblem(value: unknown): value is ProblemDetail {
  return typeof value === 'object' && value !== null && 'type' in value && 'title' in value;
}

/**
 * Every failed call throws a ProblemError: the server's own problem detail, or one of ours when the
 * network or a proxy got in the way. Call once, before the first request.
 */
export function setUpApi(language: () => string): void {
  client.interceptors.request.use((request) => {
    request.headers.set('Accept-Language', language());
    return request;
  });
  client.interceptors.error.use((error, response) => {
    if (error instanceof DOMException && error.name === 'AbortError') return error;
    if (isProblem(error)) return new ProblemError({ ...error, status: response?.status ?? 0 });
    return new ProblemError({
      type: response ? UNREADABLE_PROBLEM : NETWORK_PROBLEM,
      title: '',
      status: response?.status ?? 0,
    });
  });
}

/** A fresh Idempotency-Key: make it when the form opens, keep it for every attempt to send. */
export function newIdempotencyKey(): string {
  // randomUUID needs a secure context; a hall's kiosk may open the page over plain HTTP.
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
