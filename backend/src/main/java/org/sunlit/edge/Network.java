package org.sunlit.edge;

/** A range of addresses, such as {@code 10.0.0.0/8} or {@code fd00::/8}. */
public record Network(byte[] prefix, int bits) {

  /** Reads it as it is written; a lone address is a range of one. Configuration calls this. */
  public static Network of(String written) {
    String[] parts = written.strip().split("/", 2);
    byte[] prefix = Address.bytes(parts[0]);
    int bits = parts.length == 2 ? Integer.parseInt(parts[1]) : prefix.length * Byte.SIZE;
    if (bits < 0 || bits > prefix.length * Byte.SIZE) {
      throw new IllegalArgumentException("Not a range of addresses: " + written);
    }
    return new Network(prefix, bits);
  }

  /** Whether it has this address. */
  public boolean contains(Address address) {
    return contains(address.bytes());
  }

  boolean contains(byte[] address) {
    if (address.length != prefix.length) {
      return false;
    }
    for (int at = 0; at < bits; at++) {
      int mask = 0x80 >> at % Byte.SIZE;
      if ((address[at / Byte.SIZE] & mask) != (prefix[at / Byte.SIZE] & mask)) {
        return false;
      }
    }
    return true;
  }
}
