package org.sunlit.casework;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.sunlit.notice.Channel;
import org.sunlit.notice.Notice;
import org.sunlit.platform.CityTime;

/**
 * A message to the applicant as it may be shown (C3).
 *
 * @param channel in short: {@code sms} or {@code inApp}
 * @param recipient where an SMS went, masked; null without one
 * @param recipients the same by way; empty for what was told before there were several
 * @param status how far that got, in short
 */
record ShownNotice(
    String channel,
    String recipient,
    Map<String, String> recipients,
    String text,
    String textEn,
    Instant createdAt,
    String status,
    List<ShownDelivery> deliveries) {
  private static final String WAITING = "waiting";

  ShownNotice {
    recipients = recipients == null ? Map.of() : Map.copyOf(recipients);
    deliveries = deliveries == null ? List.of() : List.copyOf(deliveries);
  }

  /** What was put into the outbox just now. */
  static ShownNotice of(Notice notice, Instant at, Instant due) {
    Map<Channel, String> recipients = notice.recipients();
    List<ShownDelivery> deliveries =
        notice.channels().stream().map(channel -> delivery(channel, at, due)).toList();
    return new ShownNotice(
        notice.inShort().code(),
        recipients.get(Channel.SMS),
        recipients.entrySet().stream()
            .collect(Collectors.toMap(entry -> entry.getKey().code(), Map.Entry::getValue)),
        notice.text().chinese(),
        notice.text().english(),
        at,
        notice.inShort() == Channel.SMS ? WAITING : deliveries.get(deliveries.size() - 1).status(),
        deliveries);
  }

  private static ShownDelivery delivery(Channel channel, Instant at, Instant due) {
    return channel == Channel.IN_APP
        ? new ShownDelivery(channel.code(), "sent", 0, CityTime.offset(at), null, null, null)
        : new ShownDelivery(channel.code(), WAITING, 0, null, null, null, CityTime.offset(due));
  }

  /**
   * How far it got by one way.
   *
   * @param settledAt when it was known to have arrived, or not to; null while neither is
   * @param failure why it didn't; null unless it failed
   * @param nextAttemptAt when it goes out next; null once it has
   */
  record ShownDelivery(
      String channel,
      String status,
      int attempts,
      OffsetDateTime sentAt,
      OffsetDateTime settledAt,
      String failure,
      OffsetDateTime nextAttemptAt) {}
}
