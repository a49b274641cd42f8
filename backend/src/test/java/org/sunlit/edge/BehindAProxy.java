package org.sunlit.edge;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/**
 * A trusted proxy on this machine says where requests come from; limits are small enough to see.
 */
public class BehindAProxy implements QuarkusTestProfile {
  static final String FROM = "X-Forwarded-For";

  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.of(
        "quarkus.http.proxy.proxy-address-forwarding", "true",
        "quarkus.http.proxy.allow-x-forwarded", "true",
        "quarkus.http.proxy.trusted-proxies", "127.0.0.1,::1/128",
        "sunlit.edge.address.search", "20/1h",
        "sunlit.edge.address.sign-in", "8/1h",
        "sunlit.edge.address.upload", "3/1h",
        "sunlit.edge.person.read", "30/1h");
  }
}
