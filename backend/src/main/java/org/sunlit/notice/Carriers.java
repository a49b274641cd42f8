package org.sunlit.notice;

import io.quarkus.mailer.reactive.ReactiveMailer;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.EnumMap;
import java.util.Map;

/** Who carries what, as the operator has configured it. */
@ApplicationScoped
class Carriers {
  private final Map<Channel, Carrier> outward = new EnumMap<>(Channel.class);

  Carriers(NoticeSettings settings, LocalSink sink, ReactiveMailer mailer) {
    outward.put(
        Channel.SMS,
        settings.sms().url().<Carrier>map(url -> new HttpSms(settings.sms(), url)).orElse(sink));
    outward.put(
        Channel.EMAIL,
        settings.mail().from().<Carrier>map(from -> new Smtp(mailer, from)).orElse(sink));
  }

  /** Carriers that can't be had are found at the start. */
  void check(@Observes StartupEvent start) {}

  Uni<Void> take(Channel channel, Carrier.Message message) {
    return outward.get(channel).take(message);
  }
}
