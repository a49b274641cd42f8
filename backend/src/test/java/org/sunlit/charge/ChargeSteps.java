package org.sunlit.charge;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.sunlit.platform.TravellingClock;
import org.sunlit.testing.Tables;

/** What has to be done in every test of charging. */
abstract class ChargeSteps {
  static final Duration PATIENCE = Duration.ofSeconds(30);

  @Inject ChargeCity city;
  @Inject PaymentSweep sweep;
  @Inject TravellingClock clock;
  @Inject Tables tables;

  @BeforeEach
  void found() {
    city.found();
  }

  @AfterEach
  void returnToNow() {
    clock.returnToNow();
  }

  /** Two nodes ask at once. */
  void atOnceSweep() {
    Uni.join().all(sweep.sweep(), sweep.sweep()).andFailFast().await().atMost(PATIENCE);
  }

  long events(String subject, String kind) {
    return tables.count(
        "select count(*) from journal_event where subject_id = $1 and kind = $2", subject, kind);
  }
}
