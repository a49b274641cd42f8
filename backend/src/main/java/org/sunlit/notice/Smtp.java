package org.sunlit.notice;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.mail.SMTPException;
import java.time.Duration;

/**
 * Sends e-mail by SMTP. The message's id is its {@code Message-ID}, by which mail systems tell a
 * repeat; what somebody subscribed to says how it is ended (RFC 2369, RFC 8058).
 */
final class Smtp implements Carrier {
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private final ReactiveMailer mailer;
  private final String from;

  Smtp(ReactiveMailer mailer, String from) {
    this.mailer = mailer;
    this.from = from;
  }

  @Override
  public Uni<Void> take(Message message) {
    Mail mail =
        Mail.withText(
                message.recipient(),
                subject(message),
                message.text() + "\n\n" + NoticeText.in(message.language(), "email.footer"))
            .setFrom(from)
            .addHeader(
                "Message-ID", "<" + message.id() + from.substring(from.lastIndexOf('@')) + ">")
            .addHeader("Auto-Submitted", "auto-generated");
    if (message.unsubscribe() != null) {
      mail.addHeader("List-Unsubscribe", "<" + message.unsubscribe() + ">")
          .addHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    }
    return mailer.send(mail).ifNoItem().after(TIMEOUT).fail().onFailure().transform(Smtp::notTaken);
  }

  private static String subject(Message message) {
    return message.unsubscribe() == null
        ? NoticeText.in(message.language(), "email.subject", message.subjectId())
        : NoticeText.in(message.language(), "subscription.subject");
  }

  /** RFC 5321 section 4.2.1: what begins with 5 is for good. */
  private static NotTaken notTaken(Throwable failure) {
    return failure instanceof SMTPException refused && refused.getReplyCode() > 0
        ? new NotTaken("reply " + refused.getReplyCode(), !refused.isPermanent())
        : new NotTaken(failure.getClass().getSimpleName(), true);
  }
}
