package org.sunlit.notice;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Sends SMS through any gateway that takes them by HTTP: address, headers and body are the
 * operator's. The message's id goes along as {@code Idempotency-Key}, so that the gateway sends an
 * attempt that came twice once.
 */
final class HttpSms implements Carrier {
  private static final Pattern PLACE = Pattern.compile("\\{(id|telephone|text)}");
  private static final String FORM = "application/x-www-form-urlencoded";

  /** A batch has to be through before its lease runs out. */
  private static final Duration LONGEST_TIMEOUT = Duration.ofSeconds(20);

  /** It has this one already. */
  private static final int CONFLICT = 409;

  /** What it will not take, however often: everything else may be mended. */
  private static final Set<Integer> FINAL = Set.of(400, 410, 422);

  private final NoticeSettings.Sms settings;
  private final URI url;
  private final HttpClient client;

  HttpSms(NoticeSettings.Sms settings, URI url) {
    if (settings.timeout().compareTo(LONGEST_TIMEOUT) > 0) {
      throw new IllegalArgumentException(
          "sunlit.notice.sms.timeout is longer than " + LONGEST_TIMEOUT);
    }
    this.settings = settings;
    this.url = url;
    this.client =
        HttpClient.newBuilder()
            .connectTimeout(connectTimeout(settings.timeout()))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  @Override
  public Uni<Void> take(Message message) {
    HttpRequest request = request(message);
    return Uni.createFrom()
        .completionStage(() -> client.sendAsync(request, HttpResponse.BodyHandlers.discarding()))
        .onFailure()
        .transform(unreached -> new NotTaken(unreached.getClass().getSimpleName(), true))
        .invoke(answer -> check(answer.statusCode()))
        .replaceWithVoid();
  }

  private static void check(int status) {
    boolean taken = status >= 200 && status < 300 || status == CONFLICT;
    if (!taken) {
      throw new NotTaken("status " + status, !FINAL.contains(status));
    }
  }

  private HttpRequest request(Message message) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(url)
            .timeout(settings.timeout())
            .header("Content-Type", settings.contentType() + "; charset=utf-8")
            .header("Idempotency-Key", message.id().toString());
    settings.headers().stream()
        .flatMap(headers -> Stream.of(headers.split("\\|")))
        .map(header -> header.split(":", 2))
        .filter(header -> header.length == 2)
        .forEach(header -> request.setHeader(header[0].strip(), header[1].strip()));
    return request.POST(HttpRequest.BodyPublishers.ofString(body(settings, message))).build();
  }

  /** The template filled in, so that no text can say more than a text. */
  static String body(NoticeSettings.Sms settings, Message message) {
    Map<String, String> values =
        Map.of(
            "id",
            message.id().toString(),
            "telephone",
            message.recipient(),
            "text",
            message.text());
    boolean form = settings.contentType().startsWith(FORM);
    return PLACE
        .matcher(settings.body())
        .replaceAll(
            place -> {
              String value = values.get(place.group(1));
              return Matcher.quoteReplacement(
                  form
                      ? URLEncoder.encode(value, StandardCharsets.UTF_8)
                      : new String(JsonStringEncoder.getInstance().quoteAsString(value)));
            });
  }

  private static Duration connectTimeout(Duration whole) {
    return whole.dividedBy(2);
  }
}
