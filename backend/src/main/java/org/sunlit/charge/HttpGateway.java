package org.sunlit.charge;

import static java.util.Objects.requireNonNull;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.sunlit.charge.rules.Reconciliation;
import org.sunlit.charge.rules.Signatures;

/**
 * A payment gateway over HTTP; a city's own is reached through a small program that speaks this
 * (operations.md). Every request is signed: {@code X-Sunlit-Signature} is the hexadecimal
 * HMAC-SHA256 of the lines time, method, path and body.
 */
final class HttpGateway implements PaymentGateway {
  private static final int NOT_FOUND = 404;
  private static final String ORDERS = "/orders";

  private final GatewaySettings.Gateway settings;
  private final byte[] secret;
  private final URI url;
  private final HttpClient client;
  private final Clock clock;

  HttpGateway(GatewaySettings.Gateway settings, byte[] secret, Clock clock) {
    this.clock = clock;
    this.settings = settings;
    this.secret = secret.clone();
    this.url = URI.create(settings.url().orElseThrow().replaceAll("/+$", ""));
    this.client =
        HttpClient.newBuilder()
            .connectTimeout(settings.timeout())
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  @Override
  public String code() {
    return "http";
  }

  @Override
  public byte[] secret() {
    return secret.clone();
  }

  @Override
  public Uni<String> open(Order order) {
    JsonObject body =
        new JsonObject()
            .put("merchant", settings.merchant())
            .put("orderNumber", order.orderNumber())
            .put("amountFen", order.amountFen())
            .put("title", order.title())
            .put("backTo", order.backTo())
            .put("until", order.until().toString());
    return send("POST", ORDERS, body.encode())
        .map(answer -> understood(answer, said -> said.getString("payAt")))
        .invoke(
            payAt -> {
              if (!payAt.startsWith("https://") && !payAt.startsWith("http://")) {
                throw new Unreachable("no address to pay at");
              }
            });
  }

  @Override
  public Uni<Answer> ask(String orderNumber) {
    return send("GET", ORDERS + "/" + orderNumber, "")
        .map(
            answer ->
                answer.statusCode() == NOT_FOUND
                    ? new Answer(Status.UNKNOWN, 0, null)
                    : understood(answer, HttpGateway::standing));
  }

  private static Answer standing(JsonObject said) {
    return switch (requireNonNull(said.getString("status"))) {
      case "paid" -> settled(Status.PAID, said);
      case "declined" -> settled(Status.DECLINED, said);
      case "open" -> new Answer(Status.OPEN, 0, null);
      default -> throw new Unreachable("an unknown status");
    };
  }

  private static Answer settled(Status status, JsonObject said) {
    return new Answer(status, said.getLong("amountFen", -1L), said.getString("reference"));
  }

  @Override
  public Uni<String> refund(Back back) {
    JsonObject body =
        new JsonObject()
            .put("merchant", settings.merchant())
            .put("refundId", back.refundId().toString())
            .put("orderNumber", back.orderNumber())
            .put("amountFen", back.amountFen());
    return send("POST", "/refunds", body.encode())
        .map(answer -> understood(answer, said -> said.getString("reference")));
  }

  @Override
  public Uni<List<Reconciliation.There>> statement(LocalDate day) {
    return send("GET", "/statements/" + day, "")
        .map(answer -> understood(answer, HttpGateway::payments));
  }

  private static List<Reconciliation.There> payments(JsonObject said) {
    return said.getJsonArray("payments").stream()
        .map(JsonObject.class::cast)
        .map(
            one ->
                new Reconciliation.There(
                    requireNonNull(one.getString("orderNumber")), one.getLong("amountFen")))
        .toList();
  }

  private Uni<HttpResponse<String>> send(String method, String path, String body) {
    return Uni.createFrom()
        .completionStage(
            () ->
                client.sendAsync(
                    request(method, path, body),
                    HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8)))
        .onFailure()
        .transform(failure -> new Unreachable(failure.getClass().getSimpleName()));
  }

  private HttpRequest request(String method, String path, String body) {
    String time = Long.toString(clock.instant().getEpochSecond());
    return HttpRequest.newBuilder(URI.create(url + path))
        .timeout(settings.timeout())
        .header("Content-Type", "application/json; charset=utf-8")
        .header("X-Sunlit-Merchant", settings.merchant())
        .header("X-Sunlit-Time", time)
        .header("X-Sunlit-Signature", Signatures.sign(secret, time, method, path, body))
        .method(
            method,
            body.isEmpty()
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofString(body))
        .build();
  }

  /** What a good answer says; one that lacks what was asked for is as none. */
  private static <T> T understood(HttpResponse<String> answer, Function<JsonObject, T> read) {
    int status = answer.statusCode();
    if (status < 200 || status >= 300) {
      throw new Unreachable("status " + status);
    }
    try {
      return requireNonNull(read.apply(new JsonObject(answer.body())));
    } catch (Unreachable said) {
      throw said;
    } catch (RuntimeException unreadable) {
      throw new Unreachable("an answer that can't be understood");
    }
  }
}
