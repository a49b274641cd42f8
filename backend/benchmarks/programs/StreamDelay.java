import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code URL PASSWORD READERS EVENTS}: connects readers to the event stream, sends applications,
 * and prints the median and the 99th percentile, in seconds, of the time from sending one until a
 * reader has its event; then how many arrivals that was. Fails when one is missing.
 */
final class StreamDelay {
  private static final int CONNECT_AT_A_TIME = 50;
  private static final long PAUSE_MILLIS = 100;
  private static final Pattern CASE_NUMBER = Pattern.compile("\"caseNumber\":\"([^\"]+)\"");

  private final int readers;
  private final Map<String, AtomicLongArray> arrivals = new ConcurrentHashMap<>();

  private StreamDelay(int readers) {
    this.readers = readers;
  }

  public static void main(String... args) throws Exception {
    new StreamDelay(Integer.parseInt(args[2])).measure(args[0], Integer.parseInt(args[3]));
  }

  private void measure(String url, int events) throws Exception {
    Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(2));
    URI address = URI.create(url);
    HttpClient client =
        vertx.createHttpClient(new HttpClientOptions().setMaxPoolSize(readers).setTcpNoDelay(true));
    RequestOptions stream =
        new RequestOptions()
            .setHost(address.getHost())
            .setPort(address.getPort())
            .setMethod(HttpMethod.GET)
            .setURI("/api/v1/board/events");
    for (int first = 0; first < readers; first += CONNECT_AT_A_TIME) {
      connect(client, stream, first, Math.min(readers, first + CONNECT_AT_A_TIME));
    }
    Map<String, Long> sent = apply(url, events);
    TimeUnit.SECONDS.sleep(5);
    print(sent);
    vertx.close().toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
  }

  private void connect(HttpClient client, RequestOptions stream, int from, int to)
      throws InterruptedException {
    CountDownLatch greeted = new CountDownLatch(to - from);
    for (int number = from; number < to; number++) {
      Reader reader = new Reader(number, greeted);
      client
          .request(stream)
          .compose(request -> request.send())
          .onSuccess(response -> response.handler(reader::read))
          .onFailure(Throwable::printStackTrace);
    }
    if (!greeted.await(30, TimeUnit.SECONDS)) {
      throw new IllegalStateException(greeted.getCount() + " readers got no stream");
    }
  }

  private static Map<String, Long> apply(String url, int events) throws Exception {
    Map<String, Long> sent = new ConcurrentHashMap<>();
    try (Connection connection = new Connection(url)) {
      for (int event = 0; event < events; event++) {
        long now = System.nanoTime();
        sent.put(Clerks.apply(connection).caseNumber(), now);
        TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
      }
    }
    return sent;
  }

  private void print(Map<String, Long> sent) {
    List<Long> delays = new ArrayList<>();
    sent.forEach(
        (caseNumber, at) -> {
          AtomicLongArray seen = arrivals.getOrDefault(caseNumber, new AtomicLongArray(readers));
          for (int reader = 0; reader < readers; reader++) {
            if (seen.get(reader) == 0) {
              throw new IllegalStateException(
                  "Reader " + reader + " never got the event of " + caseNumber);
            }
            delays.add(seen.get(reader) - at);
          }
        });
    long[] sorted = delays.stream().mapToLong(Long::longValue).toArray();
    Arrays.sort(sorted);
    System.out.printf(
        "%.4f %.4f %d%n",
        sorted[sorted.length / 2] / 1e9, sorted[(int) (sorted.length * 0.99)] / 1e9, sorted.length);
  }

  /** Takes the stream apart into its lines. */
  private final class Reader {
    private final int number;
    private final CountDownLatch greeted;
    private String rest = "";
    private boolean heard;

    Reader(int number, CountDownLatch greeted) {
      this.number = number;
      this.greeted = greeted;
    }

    void read(Buffer bytes) {
      long now = System.nanoTime();
      if (!heard) {
        heard = true;
        greeted.countDown();
      }
      // Only case numbers are looked for, which are ASCII, so characters may be cut in two.
      String text = rest + new String(bytes.getBytes(), StandardCharsets.ISO_8859_1);
      int end = text.lastIndexOf('\n') + 1;
      rest = text.substring(end);
      Matcher numbers = CASE_NUMBER.matcher(text.substring(0, end));
      while (numbers.find()) {
        arrivals
            .computeIfAbsent(numbers.group(1), unseen -> new AtomicLongArray(readers))
            .compareAndSet(number, 0, now);
      }
    }
  }
}
