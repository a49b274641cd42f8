package org.sunlit.notice;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jboss.logging.Logger;
import org.sunlit.platform.Deployment;
import org.sunlit.platform.PrivateFiles;
import org.sunlit.platform.Workers;

/**
 * Where messages go while no carrier is configured: nowhere. They count as sent, so that a
 * demonstration shows the whole way; neither recipient nor text is logged. In the demonstration
 * city, whose people are invented, the latest stand in {@code messages.txt} in the data folder: it
 * is the telephone of whoever tries to register.
 */
@ApplicationScoped
class LocalSink implements Carrier {

  private static final Logger LOG = Logger.getLogger(LocalSink.class);
  private static final int MOST_KEPT = 100;

  private final Path file;
  private final Deque<String> latest = new ArrayDeque<>();

  LocalSink(Deployment deployment) {
    this.file =
        deployment.demo() && deployment.embedded()
            ? deployment.dataFolder().resolve("messages.txt")
            : null;
  }

  @Override
  public Uni<Void> take(Message message) {
    LOG.debugf("Message %s kept in the local sink", message.id());
    return file == null
        ? Uni.createFrom().voidItem()
        : Workers.call(() -> keep(message.recipient() + " " + message.text().replace('\n', ' ')));
  }

  private synchronized Void keep(String message) {
    latest.addFirst(message);
    if (latest.size() > MOST_KEPT) {
      latest.removeLast();
    }
    try {
      PrivateFiles.write(file, String.join("\n", latest) + "\n");
      return null;
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }
}
