package org.sunlit.identity.attempt;

/**
 * The part of an address that one attacker can be expected to have to himself: the first 24 bits of
 * an IPv4 address, the first 48 of an IPv6 one (RFC 6177). Pure.
 */
final class Network {
  private static final int GROUPS_OF_48_BITS = 3;
  private static final int ALL_GROUPS = 8;

  private Network() {}

  /** Of an address as the socket says it; what can't be read is taken as it is. */
  static String of(String address) {
    if (address == null) {
      return "";
    }
    String plain = address.replaceFirst("%.*$", "").replaceFirst("^::ffff:(?=\\d+\\.)", "");
    if (plain.matches("\\d+\\.\\d+\\.\\d+\\.\\d+")) {
      return plain.substring(0, plain.lastIndexOf('.'));
    }
    return plain.contains(":") ? sixth(plain) : plain;
  }

  private static String sixth(String address) {
    String[] halves = address.split("::", 2);
    String[] head = halves[0].isEmpty() ? new String[0] : halves[0].split(":");
    int tail = halves.length < 2 || halves[1].isEmpty() ? 0 : halves[1].split(":").length;
    StringBuilder network = new StringBuilder();
    for (int group = 0; group < GROUPS_OF_48_BITS; group++) {
      String value = "0";
      if (group < head.length) {
        value = head[group];
      } else if (halves.length == 2 && group >= ALL_GROUPS - tail) {
        value = halves[1].split(":")[group - (ALL_GROUPS - tail)];
      }
      network.append(value.replaceFirst("^0+(?=.)", "").toLowerCase(java.util.Locale.ROOT));
      network.append(':');
    }
    return network.toString();
  }
}
