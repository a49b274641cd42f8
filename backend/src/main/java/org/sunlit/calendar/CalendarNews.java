package org.sunlit.calendar;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;
import org.sunlit.platform.ChannelListener;

/** Tells every node at once that the calendar has changed, so that none counts by the old one. */
@ApplicationScoped
class CalendarNews {
  private static final Logger LOG = Logger.getLogger(CalendarNews.class);
  private static final String CHANNEL = "calendar_changed";

  private final ChannelListener listener;

  CalendarNews(Pool pool, Vertx vertx, CalendarService calendars) {
    this.listener = new ChannelListener(pool, vertx, CHANNEL, changed -> reload(calendars));
  }

  void start(@Observes @Priority(10) StartupEvent event) {
    listener.start();
  }

  void stop(@Observes ShutdownEvent event) {
    listener.stop();
  }

  private static void reload(CalendarService calendars) {
    calendars
        .refresh()
        .subscribe()
        .with(read -> {}, failure -> LOG.warn("The calendar could not be read again", failure));
  }

  /** Tells them once the transaction is committed. */
  static Uni<Void> tell(SqlConnection connection) {
    return connection.query("select pg_notify('" + CHANNEL + "', '')").execute().replaceWithVoid();
  }
}
