package org.sunlit.disclosure.subscription;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.reactive.mutiny.Mutiny;
import org.sunlit.notice.Channel;
import org.sunlit.notice.Notice;
import org.sunlit.notice.NoticeChoice;
import org.sunlit.notice.NoticeText;
import org.sunlit.notice.Outbox;
import org.sunlit.notice.Reach;
import org.sunlit.notice.Topic;
import org.sunlit.privacy.DataKey;

/**
 * What subscribers are written. Addresses of pages come from the operator's setting alone: what a
 * caller says of the host would let them put their own into somebody else's mail.
 */
@ApplicationScoped
class Mails {
  /** A line of what is new. */
  record News(String title, String titleEn, String from, String fromEn, String path) {}

  private final Outbox outbox;
  private final String site;

  Mails(
      Outbox outbox,
      @ConfigProperty(name = "sunlit.site.address", defaultValue = "http://localhost:8080")
          String site) {
    this.outbox = outbox;
    this.site = site.replaceAll("/+$", "");
  }

  /** Asks whoever has the address whether it was them. */
  Uni<Void> confirm(Mutiny.Session session, Stored to, Sealed sealed, DataKey key, Instant at) {
    return urgent(session, to, sealed, key, "confirm", to.expiresAt().toInstant(), at);
  }

  /** Tells whoever has the address that it is subscribed already. */
  Uni<Void> already(Mutiny.Session session, Stored to, Sealed sealed, DataKey key, Instant at) {
    return urgent(session, to, sealed, key, "already", null, at);
  }

  private Uni<Void> urgent(
      Mutiny.Session session,
      Stored to,
      Sealed sealed,
      DataKey key,
      String what,
      Instant goodUntil,
      Instant at) {
    NoticeText text = NoticeText.of("subscription." + what, page(sealed));
    return put(session, to, sealed, key, Topic.ADDRESS, what + " " + at, text, goodUntil, at);
  }

  /**
   * Tells what is new.
   *
   * @param until up to when; nobody is told twice of the same
   */
  Uni<Void> news(
      Mutiny.Session session,
      Stored to,
      Sealed sealed,
      DataKey key,
      List<News> all,
      Instant until,
      Instant at) {
    StringBuilder chinese = new StringBuilder();
    StringBuilder english = new StringBuilder();
    for (News one : all) {
      chinese.append("\n").append(one.title()).append("（").append(one.from()).append("）\n");
      chinese.append(site).append(one.path()).append("\n");
      english.append("\n").append(one.titleEn() == null ? one.title() : one.titleEn());
      english.append(" (").append(one.fromEn() == null ? one.from() : one.fromEn()).append(")\n");
      english.append(site).append(one.path()).append("\n");
    }
    NoticeText frame = NoticeText.of("subscription.news", all.size(), page(sealed));
    NoticeText text =
        new NoticeText(
            frame.chinese().replace("{news}", chinese), frame.english().replace("{news}", english));
    return put(session, to, sealed, key, Topic.PROGRESS, "news " + until, text, null, at);
  }

  private Uni<Void> put(
      Mutiny.Session session,
      Stored to,
      Sealed sealed,
      DataKey key,
      Topic topic,
      String event,
      NoticeText text,
      Instant goodUntil,
      Instant at) {
    NoticeChoice byMail =
        new NoticeChoice(to.reads(), sealed.address(), Set.of(), Set.of(Channel.EMAIL));
    return outbox.put(
        session,
        new Notice(
            to.subject(),
            event,
            topic,
            text,
            new Reach(null, null, byMail),
            goodUntil,
            site + "/api/v1/subscriptions/unsubscription?token=" + sealed.token()),
        at,
        key);
  }

  /** Behind the hash, which is sent to no server. */
  private String page(Sealed sealed) {
    return site + "/subscriptions#token=" + sealed.token();
  }
}
