package org.sunlit.identity.attempt;

/**
 * Where a try comes from.
 *
 * @param network the part of the address that counts
 * @param device what the browser keeps to be known again by; null when it brings none
 */
public record Origin(String network, String device) {

  /** Of a socket's address and a browser's cookie. */
  public static Origin of(String address, String device) {
    return new Origin(Network.of(address), device);
  }
}
