package org.sunlit.charge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sunlit.charge.PaymentGateway.Answer;
import org.sunlit.charge.PaymentGateway.Back;
import org.sunlit.charge.PaymentGateway.Order;
import org.sunlit.charge.PaymentGateway.Status;
import org.sunlit.charge.PaymentGateway.Unreachable;
import org.sunlit.charge.rules.Reconciliation.There;
import org.sunlit.charge.rules.Signatures;

/** Against a gateway that believes what is signed and nothing else (operations.md). */
class HttpGatewayTest {
  private static final Instant NOW = Instant.parse("2026-03-02T02:00:00Z");
  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final byte[] SECRET = bytes("0123456789abcdef0123456789abcdef");
  private static final Order ORDER =
      new Order("P1", 8_000, "政务服务缴费 B1", "/bill", NOW.plus(Duration.ofMinutes(30)));
  private static final Back BACK =
      new Back(UUID.fromString("8c6f6f7e-0000-4000-8000-000000000001"), "P1", 8_000);

  /** What came, as method and path; with its body where it has one. */
  private final List<String> asked = new CopyOnWriteArrayList<>();

  private final CountDownLatch end = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private HttpServer server;
  private volatile int status = 200;
  private volatile String answer = "{}";
  private volatile String elsewhere;
  private volatile boolean silent;

  private record Settings(String address, Duration timeout) implements GatewaySettings.Gateway {
    @Override
    public Optional<String> url() {
      return Optional.of(address);
    }

    @Override
    public Optional<String> secret() {
      return Optional.empty();
    }

    @Override
    public String merchant() {
      return "qingchuan";
    }
  }

  @BeforeEach
  void open() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::serve);
    server.start();
  }

  @AfterEach
  void close() {
    end.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  private void serve(HttpExchange exchange) throws IOException {
    String method = exchange.getRequestMethod();
    String path = exchange.getRequestURI().getPath();
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    asked.add((method + " " + path + " " + body).strip());
    if (silent) {
      awaitTheEnd();
      return;
    }
    var headers = exchange.getRequestHeaders();
    String time = headers.getFirst("X-Sunlit-Time");
    boolean genuine =
        "qingchuan".equals(headers.getFirst("X-Sunlit-Merchant"))
            && Signatures.genuine(
                SECRET,
                headers.getFirst("X-Sunlit-Signature"),
                NOW,
                time,
                method,
                path.substring("/pay".length()),
                body);
    if (elsewhere != null) {
      exchange.getResponseHeaders().add("Location", elsewhere);
    }
    byte[] said = bytes(genuine ? answer : "{\"error\":\"signature\"}");
    exchange.sendResponseHeaders(genuine ? status : 401, said.length);
    exchange.getResponseBody().write(said);
    exchange.close();
  }

  private void awaitTheEnd() {
    try {
      assertTrue(end.await(PATIENCE.toSeconds(), TimeUnit.SECONDS));
    } catch (InterruptedException over) {
      Thread.currentThread().interrupt();
    }
  }

  private HttpGateway gateway() {
    return gateway(SECRET, PATIENCE);
  }

  private HttpGateway gateway(byte[] secret, Duration timeout) {
    String address = "http://127.0.0.1:" + server.getAddress().getPort() + "/pay/";
    return new HttpGateway(
        new Settings(address, timeout), secret, Clock.fixed(NOW, ZoneOffset.UTC));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static <T> T await(Uni<T> work) {
    return work.await().atMost(PATIENCE);
  }

  private static String whyNot(Uni<?> work) {
    return assertThrows(Unreachable.class, () -> await(work)).getMessage();
  }

  @Test
  void opensAnOrder() {
    answer = "{\"payAt\":\"https://pay.example.gov.cn/1\"}";

    assertEquals("https://pay.example.gov.cn/1", await(gateway().open(ORDER)));

    assertEquals(1, asked.size());
    assertTrue(asked.get(0).startsWith("POST /pay/orders {"), asked.get(0));
    assertEquals(
        new JsonObject()
            .put("merchant", "qingchuan")
            .put("orderNumber", "P1")
            .put("amountFen", 8_000)
            .put("title", "政务服务缴费 B1")
            .put("backTo", "/bill")
            .put("until", "2026-03-02T02:30:00Z"),
        new JsonObject(asked.get(0).substring("POST /pay/orders ".length())));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{}", "{\"payAt\":\"javascript:alert(1)\"}", "{\"payAt\":7}", "[]", "<html>", ""})
  void sendsNobodyToWhatIsNoAddress(String said) {
    answer = said;
    whyNot(gateway().open(ORDER));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"status\":\"paid\",\"amountFen\":8000,\"reference\":\"R1\"} | PAID | 8000 | R1",
        "{\"status\":\"declined\",\"amountFen\":8000,\"reference\":\"R2\"} | DECLINED | 8000 | R2",
        "{\"status\":\"open\"} | OPEN | 0 |",
        // Paid of no amount is of a wrong one, and never of what was ordered.
        "{\"status\":\"paid\",\"reference\":\"R1\"} | PAID | -1 | R1",
      })
  void asksWhatBecameOfAnOrder(String said, Status stands, long fen, String reference) {
    answer = said;
    assertEquals(new Answer(stands, fen, reference), await(gateway().ask("P1")));
    assertEquals(List.of("GET /pay/orders/P1"), asked);
  }

  @Test
  void knowsWhenTheGatewayKnowsNoSuchOrder() {
    status = 404;
    answer = "<html>";
    assertEquals(new Answer(Status.UNKNOWN, 0, null), await(gateway().ask("P1")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{}", "{\"status\":\"lost\"}", "{\"status\":\"paid\",\"amountFen\":\"all\"}", "1"})
  void believesNoStatusItDoesNotUnderstand(String said) {
    answer = said;
    whyNot(gateway().ask("P1"));
  }

  @Test
  void paysBack() {
    answer = "{\"reference\":\"F1\"}";

    assertEquals("F1", await(gateway().refund(BACK)));

    assertEquals(
        new JsonObject()
            .put("merchant", "qingchuan")
            .put("refundId", BACK.refundId().toString())
            .put("orderNumber", "P1")
            .put("amountFen", 8_000),
        new JsonObject(asked.get(0).substring("POST /pay/refunds ".length())));
    answer = "{}";
    whyNot(gateway().refund(BACK));
  }

  @Test
  void readsADaysStatement() {
    answer =
        "{\"payments\":[{\"orderNumber\":\"P1\",\"amountFen\":8000},{\"orderNumber\":\"P2\",\"amountFen\":1}]}";
    assertEquals(
        List.of(new There("P1", 8_000), new There("P2", 1)), await(gateway().statement(DAY)));
    assertEquals(List.of("GET /pay/statements/2026-03-02"), asked);
    answer = "{\"payments\":[]}";
    assertEquals(List.of(), await(gateway().statement(DAY)));
  }

  /** Else everything that was paid here would be missing there. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "200 | {}",
        "404 | {}",
        "200 | {\"payments\":[7]}",
        "200 | {\"payments\":[{\"orderNumber\":\"P1\"}]}",
        "200 | {\"payments\":[{\"amountFen\":1}]}",
      })
  void aStatementThatIsNotThereIsNoEmptyDay(int code, String said) {
    status = code;
    answer = said;
    whyNot(gateway().statement(DAY));
  }

  @Test
  void isRefusedWithAnotherSecret() {
    answer = "{\"payAt\":\"https://pay.example.gov.cn/1\"}";
    HttpGateway forger = gateway(bytes("another secret of enough characters"), PATIENCE);
    assertEquals("status 401", whyNot(forger.open(ORDER)));
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 409, 500, 503})
  void takesAFailureForNoAnswer(int code) {
    status = code;
    answer =
        "{\"payAt\":\"https://pay.example.gov.cn/1\",\"status\":\"paid\",\"reference\":\"F1\",\"payments\":[]}";
    String why = "status " + code;
    assertEquals(why, whyNot(gateway().open(ORDER)));
    assertEquals(why, whyNot(gateway().ask("P1")));
    assertEquals(why, whyNot(gateway().refund(BACK)));
    assertEquals(why, whyNot(gateway().statement(DAY)));
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 307, 308})
  void followsNobodyElsewhere(int code) {
    status = code;
    elsewhere = "/pay/orders/elsewhere";
    assertEquals("status " + code, whyNot(gateway().ask("P1")));
    assertEquals(List.of("GET /pay/orders/P1"), asked);
  }

  @Test
  void waitsNoLongerThanItIsTold() {
    silent = true;
    HttpGateway impatient = gateway(SECRET, Duration.ofMillis(200));
    assertEquals("HttpTimeoutException", whyNot(impatient.ask("P1")));
  }

  @Test
  void saysWhenNobodyIsThere() {
    server.stop(0);
    assertEquals("ConnectException", whyNot(gateway().ask("P1")));
  }
}
