package org.sunlit.edge;

import io.netty.util.NetUtil;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Where a request comes from, as far as limits go: an IPv4 address, or the first 64 bits of an IPv6
 * address, for whoever has one of these has them all. Behind a proxy it is what the proxy says,
 * where {@code quarkus.http.proxy.*} trusts it.
 */
public record Address(String text) {
  private static final int V6_BYTES = 16;
  private static final int V6_NETWORK_BYTES = 8;
  private static final int MAPPED_V4_FROM = 12;
  private static final String NETWORK = "/64";
  private static final Address LOOPBACK = new Address("127.0.0.1");
  private static final Address UNKNOWN = new Address("unknown");

  public static Address of(HttpServerRequest request) {
    SocketAddress remote = request.remoteAddress();
    return remote == null || remote.hostAddress() == null ? UNKNOWN : of(remote.hostAddress());
  }

  /** From an address as it is written. */
  public static Address of(String written) {
    if (written.indexOf(':') < 0) {
      return new Address(written);
    }
    byte[] bytes = bytes(written);
    if (bytes.length != V6_BYTES) {
      return new Address(NetUtil.bytesToIpAddress(bytes));
    }
    if (isLoopback(bytes)) {
      return LOOPBACK;
    }
    return new Address(HexFormat.of().formatHex(bytes, 0, V6_NETWORK_BYTES) + NETWORK);
  }

  /** One's own machine is one's own machine, whichever way it is called. */
  private static boolean isLoopback(byte[] bytes) {
    for (int at = 0; at < V6_BYTES - 1; at++) {
      if (bytes[at] != 0) {
        return false;
      }
    }
    return bytes[V6_BYTES - 1] == 1;
  }

  /** As it is compared with ranges. */
  byte[] bytes() {
    return text.endsWith(NETWORK)
        ? Arrays.copyOf(
            HexFormat.of().parseHex(text, 0, text.length() - NETWORK.length()), V6_BYTES)
        : bytes(text);
  }

  /** Four or sixteen bytes; an IPv4 address within IPv6 (RFC 4291 section 2.5.5.2) is four. */
  static byte[] bytes(String written) {
    byte[] bytes = NetUtil.createByteArrayFromIpAddressString(written);
    if (bytes == null) {
      return new byte[V6_BYTES];
    }
    return isMappedV4(bytes) ? Arrays.copyOfRange(bytes, MAPPED_V4_FROM, V6_BYTES) : bytes;
  }

  private static boolean isMappedV4(byte[] bytes) {
    if (bytes.length != V6_BYTES || bytes[10] != -1 || bytes[11] != -1) {
      return false;
    }
    for (int at = 0; at < 10; at++) {
      if (bytes[at] != 0) {
        return false;
      }
    }
    return true;
  }
}
