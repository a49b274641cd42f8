package org.sunlit.calendar;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * The statutory calendar in force, held in memory: asking it costs nothing and needs no session.
 *
 * <p>At the start the shipped years are stored where they are newer than what is there, then the
 * stored calendar is read. Every node reads it again each minute, so an announcement entered on one
 * reaches them all.
 */
@ApplicationScoped
public class CalendarService {
  private static final Logger LOG = Logger.getLogger(CalendarService.class);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final CalendarStore store;
  private final List<Consumer<WorkingCalendar>> listeners = new CopyOnWriteArrayList<>();
  private volatile WorkingCalendar current;

  CalendarService(CalendarStore store) {
    this.store = store;
  }

  /** Before the rooms that count deadlines start. */
  void load(@Observes @Priority(5) StartupEvent start) {
    List<CalendarFile> shipped = CalendarFile.shipped();
    current = store.take(shipped).chain(store::read).await().atMost(PATIENCE);
  }

  /** The calendar as it is known now. */
  public WorkingCalendar current() {
    return current;
  }

  /**
   * Has this called with the new calendar whenever it has changed, for what was counted by the old
   * one to be counted again. Be quick: it is called on an event loop.
   */
  public void onChange(Consumer<WorkingCalendar> listener) {
    listeners.add(listener);
  }

  /** Reads the stored calendar again and tells the listeners when it has changed. */
  @Scheduled(
      every = "60s",
      delayed = "60s",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  public Uni<Void> refresh() {
    return store.read().invoke(this::replace).replaceWithVoid();
  }

  private void replace(WorkingCalendar read) {
    if (read.sameAs(current)) {
      return;
    }
    current = read;
    LOG.info("The statutory calendar has changed");
    listeners.forEach(listener -> tell(listener, read));
  }

  private static void tell(Consumer<WorkingCalendar> listener, WorkingCalendar calendar) {
    try {
      listener.accept(calendar);
    } catch (RuntimeException failure) {
      LOG.error("Counting again by the new calendar failed", failure);
    }
  }
}
