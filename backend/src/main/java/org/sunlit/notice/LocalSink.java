package org.sunlit.notice;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Where messages go while no carrier is configured: nowhere. They count as sent, so that a
 * demonstration shows the whole way; neither number nor text is logged.
 */
@ApplicationScoped
class LocalSink implements NoticeSender {

  private static final Logger LOG = Logger.getLogger(LocalSink.class);

  @Override
  public Uni<Void> sendSms(UUID id, String telephone, String text) {
    LOG.debugf("SMS %s kept in the local sink", id);
    return Uni.createFrom().voidItem();
  }
}
