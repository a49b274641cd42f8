package org.sunlit.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sunlit.problem.Language;

class HttpSmsTest {
  private static final UUID ID = UUID.fromString("8c6f6f7e-0000-4000-8000-000000000001");

  private record Sms(String body, String contentType) implements NoticeSettings.Sms {
    @Override
    public Optional<URI> url() {
      return Optional.empty();
    }

    @Override
    public Optional<String> headers() {
      return Optional.empty();
    }

    @Override
    public Duration timeout() {
      return Duration.ofSeconds(1);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "application/json | {\"to\":\"{telephone}\",\"t\":\"{text}\"} | {\"to\":\"13812345678\",\"t\":\"说\\\"{id}\\\" & $1\"}",
        "application/x-www-form-urlencoded | m={telephone}&c={text}&k={id}&x={other} | m=13812345678&c=%E8%AF%B4%22%7Bid%7D%22+%26+%241&k=8c6f6f7e-0000-4000-8000-000000000001&x={other}",
      })
  void fillsTheTemplateSoThatATextStaysAText(String contentType, String template, String body) {
    assertEquals(
        body,
        HttpSms.body(
            new Sms(template, contentType),
            new Carrier.Message(ID, "A", "13812345678", Language.ZH_CN, "说\"{id}\" & $1", null)));
  }
}
