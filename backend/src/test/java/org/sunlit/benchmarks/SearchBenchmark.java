package org.sunlit.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sunlit.benchmarks.Calls.Percentiles;

/**
 * Search over 100,000 items against search over 1,135, through HTTP: the 99th percentile may be
 * twice as long at most. Brings its items in by the import, so it measures that too.
 *
 * <pre>{@code
 * SearchBenchmark http://localhost:8080 <account of a catalogue editor> <password>
 * }</pre>
 *
 * <p>Use a Sunlit that is there for nothing else: published items can't be taken back.
 */
public final class SearchBenchmark {
  private static final int FEW = 1_135;
  private static final int MANY = 100_000;
  private static final double MOST_RATIO = 2.0;
  private static final Pattern TOKEN = Pattern.compile("\"accessToken\"\\s*:\\s*\"([^\"]+)\"");
  private static final Pattern ID = Pattern.compile("\"id\"\\s*:\\s*\"([^\"]+)\"");
  private static final Pattern STATUS = Pattern.compile("\"status\"\\s*:\\s*\"([^\"]+)\"");

  private final Calls calls = new Calls(1_500, 4_000);
  private final String base;
  private final String account;
  private final String password;

  private SearchBenchmark(String base, String account, String password) {
    this.base = base;
    this.account = account;
    this.password = password;
  }

  /** Prints the figures; ends with 1 when the ratio is too high. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    if (arguments.length != 3) {
      System.err.println("Usage: SearchBenchmark <base URL> <account> <password>");
      System.exit(2);
    }
    SearchBenchmark benchmark = new SearchBenchmark(arguments[0], arguments[1], arguments[2]);
    System.exit(benchmark.run() <= MOST_RATIO ? 0 : 1);
  }

  private double run() throws IOException, InterruptedException {
    System.out.printf("import of %,d items: %.2f s%n", FEW, load(0, FEW));
    Percentiles few = measure();
    System.out.printf("search over %,d items: %s%n", FEW, few);
    System.out.printf("import of %,d items: %.2f s%n", MANY - FEW, load(FEW, MANY));
    Percentiles many = measure();
    System.out.printf("search over %,d items: %s%n", MANY, many);
    double ratio = many.p99() / few.p99();
    System.out.printf("ratio of the 99th percentiles: %.2f (at most %.1f)%n", ratio, MOST_RATIO);
    return ratio;
  }

  private Percentiles measure() throws IOException, InterruptedException {
    return calls.measure(SyntheticList.queries().stream().map(this::search).toList());
  }

  private HttpRequest search(String text) {
    return HttpRequest.newBuilder(
            URI.create(
                base
                    + "/api/v1/power-items?region=970101000000&q="
                    + URLEncoder.encode(text, StandardCharsets.UTF_8)))
        .build();
  }

  private double load(int from, int to) throws IOException, InterruptedException {
    String token = token();
    String boundary = UUID.randomUUID().toString();
    String body =
        "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"list.csv\"\r\nContent-Type: text/csv\r\n\r\n%s\r\n--%s--\r\n"
            .formatted(boundary, SyntheticList.csv(from, to), boundary);
    long start = System.nanoTime();
    String answer =
        calls.send(
            HttpRequest.newBuilder(URI.create(base + "/api/v1/power-list/imports"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    String id = find(ID, answer);
    String status = "waiting";
    while (!status.equals("done")) {
      Thread.sleep(20);
      answer =
          calls.send(
              HttpRequest.newBuilder(URI.create(base + "/api/v1/power-list/imports/" + id))
                  .header("Authorization", "Bearer " + token)
                  .build());
      status = find(STATUS, answer);
      if (status.equals("refused") || status.equals("failed")) {
        throw new IllegalStateException(answer);
      }
    }
    return (System.nanoTime() - start) / 1e9;
  }

  private String token() throws IOException, InterruptedException {
    String answer =
        calls.send(
            HttpRequest.newBuilder(URI.create(base + "/api/v1/auth/login"))
                .header("Content-Type", "application/json")
                .POST(
                    HttpRequest.BodyPublishers.ofString(
                        "{\"account\":\"%s\",\"password\":\"%s\"}".formatted(account, password)))
                .build());
    return find(TOKEN, answer);
  }

  private static String find(Pattern pattern, String text) {
    Matcher found = pattern.matcher(text);
    if (!found.find()) {
      throw new IllegalStateException("Unexpected answer: " + text);
    }
    return found.group(1);
  }
}
