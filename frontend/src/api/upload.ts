import {
  NETWORK_PROBLEM,
  ProblemError,
  type ProblemDetail,
  UNREADABLE_PROBLEM,
} from '@/lib/problem';

/**
 * Posts a form with a file in it and tells how far it is, which fetch can't. Fails with a
 * ProblemError like every other call.
 */
export function postForm<Answer>(
  path: string,
  form: FormData,
  options: {
    headers?: Record<string, string>;
    onProgress?: (share: number) => void;
    signal?: AbortSignal;
  } = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const fail = (type: string) => reject(new ProblemError({ type, title: '', status: 0 }));
    request.open('POST', path);
    request.responseType = 'json';
    for (const [name, value] of Object.entries(options.headers ?? {})) {
      request.setRequestHeader(name, value);
    }
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) options.onProgress?.(event.loaded / event.total);
    };
    request.onload = () => {
      const body: unknown = request.response;
      if (request.status >= 200 && request.status < 300) return resolve(body as Answer);
      const problem = body as ProblemDetail | null;
      reject(
        new ProblemError(
          problem?.type && problem.title
            ? { ...problem, status: request.status }
            : { type: UNREADABLE_PROBLEM, title: '', status: request.status },
        ),
      );
    };
    request.onerror = () => fail(NETWORK_PROBLEM);
    request.ontimeout = () => fail(NETWORK_PROBLEM);
    request.onabort = () => reject(new DOMException('Given up', 'AbortError'));
    options.signal?.addEventListener('abort', () => request.abort(), { once: true });
    request.send(form);
  });
}
