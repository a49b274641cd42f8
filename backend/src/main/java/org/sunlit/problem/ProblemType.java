package org.sunlit.problem;

/**
 * The kinds of problem. The slug is a promise to clients and never changes; title and detail are in
 * the {@code problems} bundles under {@code <slug>.title} and {@code <slug>.detail}.
 */
public enum ProblemType {
  /** Not of the form the contract asks for; the errors say where. */
  INVALID_REQUEST("invalid-request", 400),
  /** Not JSON at all; arguments: line, column. */
  MALFORMED_BODY("malformed-body", 400),
  /** A body is needed and there is none. */
  MISSING_BODY("missing-body", 400),
  /** Nobody is signed in, or the token has ended. */
  UNAUTHENTICATED("unauthenticated", 401),
  /** Account and password don't go together. */
  WRONG_CREDENTIALS("wrong-credentials", 401),
  /** The password is right; now a code or a passkey; {@code signIn} says how to go on. */
  SECOND_FACTOR_REQUIRED("second-factor-required", 401),
  /** The password is right, but the account must have an authenticator app first. */
  SECOND_FACTOR_ENROLMENT_REQUIRED("second-factor-enrolment-required", 401),
  /** The password is right, but was for getting in once: a new one first. */
  PASSWORD_CHANGE_REQUIRED("password-change-required", 401),
  /** A code of the second step that isn't right, or was used before. */
  WRONG_CODE("wrong-code", 401),
  /** A passkey's answer that isn't right. */
  WRONG_PASSKEY("wrong-passkey", 401),
  /** The sign-in was begun too long ago; it begins anew. */
  SIGN_IN_EXPIRED("sign-in-expired", 401),
  /** Signed in without the right. */
  FORBIDDEN("forbidden", 403),
  /** Somebody else has to do it; the detail says why not this one (ADR 0073). */
  SEPARATION_OF_DUTY("separation-of-duty", 403),
  /** No such thing. */
  NOT_FOUND("not-found", 404),
  /** The path exists with other methods; argument: which. */
  METHOD_NOT_ALLOWED("method-not-allowed", 405),
  /** Nothing in the form the reader accepts. */
  NOT_ACCEPTABLE("not-acceptable", 406),
  /** Not possible as things stand. */
  CONFLICT("conflict", 409),
  /** The step or action isn't one of the next; the body names the possible ones. */
  IMPOSSIBLE_TRANSITION("impossible-transition", 409),
  /** Somebody changed it meanwhile. */
  STALE_VERSION("stale-version", 412),
  /** More bytes than allowed; argument: the limit. */
  TOO_LARGE("too-large", 413),
  /** A content type this endpoint doesn't take. */
  UNSUPPORTED_MEDIA_TYPE("unsupported-media-type", 415),
  /** A range of bytes that the document doesn't have. */
  RANGE_NOT_SATISFIABLE("range-not-satisfiable", 416),
  /** Well formed but not acceptable; the errors say what to change. */
  UNPROCESSABLE("unprocessable", 422),
  /** The Idempotency-Key was used for another request. */
  IDEMPOTENCY_KEY_REUSED("idempotency-key-reused", 422),
  /** If-Match is missing. */
  PRECONDITION_REQUIRED("precondition-required", 428),
  /** Too many attempts; argument: seconds to wait. */
  TOO_MANY_REQUESTS("too-many-requests", 429),
  /** A fault of Sunlit's own; argument: the id it has in the log. */
  INTERNAL("internal", 500),
  /** The database is away or too busy; try again soon. */
  UNAVAILABLE("unavailable", 503);

  private final String slug;
  private final int status;

  ProblemType(String slug, int status) {
    this.slug = slug;
    this.status = status;
  }

  /** The stable name, such as {@code stale-version}. */
  public String slug() {
    return slug;
  }

  /** The HTTP status it is answered with. */
  public int status() {
    return status;
  }

  /** The {@code type} of the problem detail. */
  public String urn() {
    return "urn:sunlit:problem:" + slug;
  }
}
