package org.sunlit.council;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.sunlit.calendar.RunningDues;

/** Due times of topics follow the calendar. */
@ApplicationScoped
class TopicDues {
  private final RunningDues dues;
  private final TopicStore store;

  TopicDues(RunningDues dues, TopicStore store) {
    this.dues = dues;
    this.store = store;
  }

  void begin(@Observes @Priority(20) StartupEvent start) {
    dues.follow(
        "council_topic",
        (session, number) ->
            store
                .hold(session, number)
                .chain(found -> store.keepFold(session, found.orElseThrow())));
  }
}
