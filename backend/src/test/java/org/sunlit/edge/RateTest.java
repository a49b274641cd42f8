package org.sunlit.edge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the edge's configuration means: rates, addresses and ranges of them. */
class RateTest {

  @Test
  void readsARate() {
    assertEquals(new Rate(600, Duration.ofMinutes(1)), Rate.of(" 600/1m "));
    assertEquals(new Rate(10, Duration.ofSeconds(30)), Rate.of("10/30s"));
    assertEquals(new Rate(5, Duration.ofDays(1)), Rate.of("5/1d"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "600", "0/1m", "1/0m", "-1/1m", "600/m", "600/1w", "600/1m;"})
  void refusesWhatIsNoRate(String written) {
    assertThrows(IllegalArgumentException.class, () -> Rate.of(written));
  }

  @ParameterizedTest
  @CsvSource({
    "203.0.113.7, 203.0.113.7",
    "::ffff:203.0.113.7, 203.0.113.7",
    "2001:db8:1:2:3:4:5:6, 20010db800010002/64",
    "2001:db8:1:2::1, 20010db800010002/64",
    "2001:db8:1:3::1, 20010db800010003/64",
    "::1, 127.0.0.1",
    "localhost, localhost"
  })
  void takesAnIpv6NetworkForOneAddress(String written, String address) {
    assertEquals(new Address(address), Address.of(written));
  }

  @ParameterizedTest
  @CsvSource({
    "127.0.0.0/8, 127.1.2.3, true",
    "127.0.0.0/8, 128.0.0.1, false",
    "127.0.0.0/8, ::1, true",
    "10.1.2.3, 10.1.2.3, true",
    "10.1.2.3, 10.1.2.4, false",
    "10.0.0.0/15, 10.1.255.255, true",
    "10.0.0.0/15, 10.2.0.0, false",
    "0.0.0.0/0, 203.0.113.7, true",
    "0.0.0.0/0, 2001:db8::1, false",
    "2001:db8::/32, 2001:db8:ffff::1, true",
    "2001:db8::/32, 2001:db9::1, false",
    "10.0.0.0/8, localhost, false"
  })
  void knowsWhichAddressesARangeHolds(String range, String address, boolean holds) {
    assertEquals(holds, Network.of(range).contains(Address.of(address).bytes()));
  }

  @Test
  void givesBackWithTimeWhatWasTaken() {
    Buckets<String> buckets = new Buckets<>("test", Rate.of("3/1h"));
    assertTrue(buckets.take("a", 2).allowed());
    assertTrue(buckets.take("a", 1).allowed());
    Verdict third = buckets.take("a", 1);
    assertFalse(third.allowed());
    assertTrue(third.waitSeconds() > 1000 && third.waitSeconds() <= 1200, third.toString());
    assertTrue(buckets.take("b", 3).allowed(), "each has its own");
    assertFalse(buckets.take("c", 100).remaining() > 0, "more than a window takes all of it");
  }
}
