package org.sunlit.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sunlit.problem.Language;

class SmtpTest {
  private final List<Mail> sent = new ArrayList<>();
  private final ReactiveMailer mailer =
      mails -> {
        sent.addAll(List.of(mails));
        return Uni.createFrom().voidItem();
      };

  @Test
  void whatWasSubscribedToIsEndedInOnePress() {
    Mail mail = sent("subscription:1", "https://city.example/end?token=t");
    assertEquals(
        List.of("<https://city.example/end?token=t>"), mail.getHeaders().get("List-Unsubscribe"));
    assertEquals(
        List.of("List-Unsubscribe=One-Click"), mail.getHeaders().get("List-Unsubscribe-Post"));
    assertEquals("【阳光办】信息公开订阅", mail.getSubject());
  }

  @Test
  void nobodyUnsubscribesFromTheirCase() {
    Mail mail = sent("A-1", null);
    assertNull(mail.getHeaders().get("List-Unsubscribe"));
    assertEquals("【阳光办】关于办件A-1的通知", mail.getSubject());
  }

  private Mail sent(String subject, String unsubscribe) {
    new Smtp(mailer, "city@example.org")
        .take(
            new Carrier.Message(
                UUID.randomUUID(), subject, "a@b.example", Language.ZH_CN, "文", unsubscribe))
        .await()
        .atMost(Duration.ofSeconds(5));
    return sent.get(0);
  }
}
