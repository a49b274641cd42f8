package org.sunlit.notice;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Something one person is told (C3).
 *
 * @param subjectId what it is about: a case, or what a code was asked for
 * @param event what happened to that; nobody is told of one event twice
 * @param text in both languages
 * @param reach where and how the person is told
 * @param goodUntil when it is of no use any more; null when it always is
 * @param unsubscribe the address that ends what it comes from in one press (RFC 8058); null for
 *     what nobody has subscribed to
 */
public record Notice(
    String subjectId,
    String event,
    Topic topic,
    NoticeText text,
    Reach reach,
    Instant goodUntil,
    String unsubscribe) {
  /** Who is told. There is one so far for everything that is told. */
  static final String PERSON = "applicant";

  /** Something nobody has subscribed to. */
  public Notice(
      String subjectId,
      String event,
      Topic topic,
      NoticeText text,
      Reach reach,
      Instant goodUntil) {
    this(subjectId, event, topic, text, reach, goodUntil, null);
  }

  public Notice {
    requireNonNull(subjectId, "subjectId");
    requireNonNull(event, "event");
    requireNonNull(topic, "topic");
    requireNonNull(text, "text");
    requireNonNull(reach, "reach");
  }

  /** Whether the person wants to know, or has to. */
  public boolean goes() {
    return !ways().isEmpty();
  }

  /** In short, for those who know no other way: by SMS, or only to be looked at. */
  public Channel inShort() {
    return channels().contains(Channel.SMS) ? Channel.SMS : Channel.IN_APP;
  }

  /** By which ways. */
  public List<Channel> channels() {
    return ways().stream().map(Reach.Way::channel).toList();
  }

  /** Where to, masked. */
  public Map<Channel, String> recipients() {
    return ways().stream()
        .filter(way -> way.recipient() != null)
        .collect(Collectors.toMap(Reach.Way::channel, Recipients::masked));
  }

  List<Reach.Way> ways() {
    return reach.ways(topic);
  }
}
