package org.sunlit.notice;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import io.vertx.core.parsetools.RecordParser;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An SMS gateway and a mail server on loopback. The number says how the gateway takes it; what came
 * is told at {@code GET /received}.
 */
public class FakeCarriers implements QuarkusTestResourceLifecycleManager {
  static final String SECRET = "between the gateway and the city";
  static final String AT = "test.carriers";

  /** Beginnings of numbers: never answers, fails twice, won't take it. */
  static final String SILENT = "13100";

  static final String FAILING = "13200";
  static final String REFUSING = "13300";

  private static final int FAILURES = 2;

  private final Vertx vertx = Vertx.vertx();
  private final List<JsonObject> received = new CopyOnWriteArrayList<>();
  private final Map<String, AtomicInteger> attempts = new ConcurrentHashMap<>();
  private HttpServer gateway;
  private NetServer mailServer;

  @Override
  public Map<String, String> start() {
    try {
      gateway =
          vertx
              .createHttpServer()
              .requestHandler(this::answer)
              .listen(0, "127.0.0.1")
              .toCompletionStage()
              .toCompletableFuture()
              .get(20, TimeUnit.SECONDS);
      mailServer =
          vertx
              .createNetServer()
              .connectHandler(this::mail)
              .listen(0, "127.0.0.1")
              .toCompletionStage()
              .toCompletableFuture()
              .get(20, TimeUnit.SECONDS);
    } catch (Exception failure) {
      throw new IllegalStateException(failure);
    }
    String address = "http://127.0.0.1:" + gateway.actualPort();
    Map<String, String> settings = new HashMap<>();
    settings.put(AT, address);
    settings.put("sunlit.notice.sms.url", address + "/sms");
    settings.put("sunlit.notice.sms.headers", "Authorization: Bearer city | X-App: sunlit");
    settings.put(
        "sunlit.notice.sms.body",
        "{\"key\":\"{id}\",\"to\":\"{telephone}\",\"content\":\"{text}\"}");
    settings.put("sunlit.notice.sms.timeout", "1s");
    settings.put("sunlit.notice.receipt-secret", SECRET);
    settings.put("sunlit.notice.mail.from", "sunlit@city.example");
    settings.put("quarkus.mailer.mock", "false");
    settings.put("quarkus.mailer.host", "127.0.0.1");
    settings.put("quarkus.mailer.port", Integer.toString(mailServer.actualPort()));
    settings.put("quarkus.mailer.start-tls", "DISABLED");
    return settings;
  }

  private void answer(HttpServerRequest request) {
    if (request.path().equals("/received")) {
      request.response().end(new JsonArray(List.copyOf(received)).toBuffer());
      return;
    }
    request.body().onSuccess(body -> take(request, body.toJsonObject()));
  }

  private void take(HttpServerRequest request, JsonObject body) {
    String to = body.getString("to");
    int attempt = attempts.computeIfAbsent(to, number -> new AtomicInteger()).incrementAndGet();
    received.add(
        body.copy()
            .put("idempotencyKey", request.getHeader("Idempotency-Key"))
            .put("authorization", request.getHeader("Authorization"))
            .put("app", request.getHeader("X-App")));
    if (to.startsWith(SILENT)) {
      return;
    }
    int status = 202;
    if (to.startsWith(FAILING) && attempt <= FAILURES) {
      status = 503;
    } else if (to.startsWith(REFUSING)) {
      status = 422;
    }
    request.response().setStatusCode(status).end("{\"said\":\"" + to + "\"}");
  }

  /** As much of RFC 5321 as a client needs to hand over one message; nobody is there for gone@. */
  private void mail(NetSocket socket) {
    StringBuilder message = new StringBuilder();
    boolean[] data = {false};
    RecordParser lines = RecordParser.newDelimited("\r\n", socket);
    lines.handler(
        line -> {
          String said = line.toString();
          if (data[0]) {
            if (said.equals(".")) {
              data[0] = false;
              received.add(new JsonObject().put("mail", message.toString()));
              message.setLength(0);
              socket.write("250 taken\r\n");
            } else {
              message.append(said).append('\n');
            }
          } else if (said.startsWith("DATA")) {
            data[0] = true;
            socket.write("354 go on\r\n");
          } else if (said.startsWith("RCPT") && said.contains("gone@")) {
            socket.write("550 5.1.1 nobody of that name: " + said + "\r\n");
          } else if (said.startsWith("QUIT")) {
            socket.write("221 bye\r\n").onComplete(written -> socket.close());
          } else {
            socket.write("250 fine\r\n");
          }
        });
    socket.write("220 ready\r\n");
  }

  @Override
  public void stop() {
    vertx.close();
  }
}
