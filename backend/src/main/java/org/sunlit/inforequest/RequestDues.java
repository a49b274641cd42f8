package org.sunlit.inforequest;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.sunlit.calendar.RunningDues;

/** Due times of requests for information follow the calendar. */
@ApplicationScoped
class RequestDues {
  private final RunningDues dues;
  private final RequestStore store;

  RequestDues(RunningDues dues, RequestStore store) {
    this.dues = dues;
    this.store = store;
  }

  void begin(@Observes @Priority(20) StartupEvent start) {
    dues.follow(
        "info_request",
        (session, number) ->
            store
                .hold(session, number)
                .chain(found -> store.keepFold(session, found.orElseThrow())));
  }
}
