package org.sunlit.edge;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A limiter that fails lets everybody through, and says so in the figures. */
@QuarkusTest
@TestProfile(BrokenLimiterApiTest.Broken.class)
class BrokenLimiterApiTest {

  public static class Broken implements QuarkusTestProfile {
    @Override
    public Set<Class<?>> getEnabledAlternatives() {
      return Set.of(BrokenLimiter.class);
    }
  }

  @Alternative
  @Singleton
  static class BrokenLimiter extends Limiter {
    BrokenLimiter(EdgeSettings settings, MeterRegistry meters) {
      super(settings, meters);
    }

    @Override
    Verdict ofAddress(Address address, Cost cost, long amount) {
      throw new IllegalStateException("broken on purpose");
    }
  }

  @Test
  void letsThroughAndCounts() {
    given().get("/api/v1/departments").then().statusCode(200);
    given().get("/q/metrics").then().body(containsString("sunlit_edge_failures_total 1.0"));
  }
}
