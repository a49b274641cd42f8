/** What went wrong, as the server says it (RFC 9457), or as we say it when the server can't. */
export interface FieldProblem {
  /** JSON pointer into the request body, e.g. /applicant/phone */
  pointer?: string | undefined;
  detail: string;
}

export interface ProblemDetail {
  type: string;
  title: string;
  status: number;
  detail?: string | undefined;
  instance?: string | undefined;
  errors?: FieldProblem[] | undefined;
  /** Members of the type's own, e.g. the actions that are possible instead. */
  [member: string]: unknown;
}

export const NETWORK_PROBLEM = 'urn:sunlit:problem:client-network';
export const UNREADABLE_PROBLEM = 'urn:sunlit:problem:client-unreadable';

/** Thrown by every call of the API client that doesn't succeed. */
export class ProblemError extends Error {
  readonly problem: ProblemDetail;
  constructor(problem: ProblemDetail) {
    super(problem.title);
    this.name = 'ProblemError';
    this.problem = problem;
  }
}

/** Any error as a problem; titles of our own are left empty for the component to fill. */
export function toProblem(error: unknown): ProblemDetail {
  if (error instanceof ProblemError) return error.problem;
  return { type: UNREADABLE_PROBLEM, title: '', status: 0 };
}

/** /applicant/phone → applicant.phone, the name a form gives its field. */
export function fieldName(pointer: string): string {
  return pointer
    .replace(/^#?\//, '')
    .split('/')
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .join('.');
}

/** What is wrong with each field of a form, by the name it gives them. */
export function errorsByField(error: unknown): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const each of error ? (toProblem(error).errors ?? []) : []) {
    errors[fieldName(each.pointer ?? '')] ??= each.detail;
  }
  return errors;
}
