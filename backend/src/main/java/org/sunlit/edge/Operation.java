package org.sunlit.edge;

/**
 * An operation of the contract.
 *
 * @param id its {@code operationId}
 * @param method HTTP method in capitals
 * @param path with its parameters in braces
 * @param permission its {@code x-permission}
 * @param unobserved its {@code x-unobserved}: whoever asks is neither recognised nor counted nor
 *     remembered (ADR 108)
 */
public record Operation(
    String id, String method, String path, String permission, Cost cost, boolean unobserved) {
  private static final String PUBLIC = "public";
  private static final String GET = "GET";

  /** What is asked for by an address that no operation has. */
  static final Operation NONE = new Operation("none", GET, "", "none", Cost.READ, false);

  /** Whether nobody needs to be signed in. */
  public boolean isPublic() {
    return PUBLIC.equals(permission);
  }

  /** Whether its answer is everybody's, so that any page on the web may read it. */
  public boolean isPublicRead() {
    return isPublic() && GET.equals(method);
  }
}
