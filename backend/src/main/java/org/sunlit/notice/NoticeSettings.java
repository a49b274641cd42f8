package org.sunlit.notice;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** How the city tells people. */
@ConfigMapping(prefix = "sunlit.notice")
interface NoticeSettings {

  /** When nobody is written to about what can wait, in the city's time; {@code none} for never. */
  @WithDefault("21:00-08:00")
  String quietHours();

  /** How often what waits is looked for. */
  @WithDefault("2s")
  Duration every();

  /** The gateway that sends SMS. */
  Sms sms();

  /** E-mail; the server is Quarkus' {@code quarkus.mailer}. */
  Mail mail();

  /** What a gateway proves itself with when it tells what became of a message; none: it can't. */
  Optional<String> receiptSecret();

  /** An HTTP gateway, whatever it looks like. */
  interface Sms {
    /** Where messages are posted to; none: they stay in the local sink. */
    Optional<URI> url();

    /** {@code Name: value}, several with {@code |} between. */
    Optional<String> headers();

    /**
     * With {@code {id}}, {@code {telephone}} and {@code {text}}, written as the type of content
     * needs.
     */
    @WithDefault("{\"id\":\"{id}\",\"telephone\":\"{telephone}\",\"text\":\"{text}\"}")
    String body();

    /** {@code application/json} or {@code application/x-www-form-urlencoded}. */
    @WithDefault("application/json")
    String contentType();

    /** For one attempt. */
    @WithDefault("10s")
    Duration timeout();
  }

  /** Who writes. */
  interface Mail {
    /** The sender's address; none: e-mail stays in the local sink. */
    Optional<String> from();
  }
}
