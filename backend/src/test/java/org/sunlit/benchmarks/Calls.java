package org.sunlit.benchmarks;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Calls to a running Sunlit, one after the other.
 *
 * @param warmUp how many are made before any is measured
 * @param measured how many are measured
 */
record Calls(int warmUp, int measured) {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  /** How long they took, in milliseconds. */
  record Percentiles(double median, double p99) {
    @Override
    public String toString() {
      return "median %.2f ms, p99 %.2f ms".formatted(median, p99);
    }
  }

  /** Of these in turn, again and again. */
  Percentiles measure(List<HttpRequest> requests) throws IOException, InterruptedException {
    for (int i = 0; i < warmUp; i++) {
      send(requests.get(i % requests.size()));
    }
    long[] nanoseconds = new long[measured];
    for (int i = 0; i < measured; i++) {
      long start = System.nanoTime();
      send(requests.get(i % requests.size()));
      nanoseconds[i] = System.nanoTime() - start;
    }
    Arrays.sort(nanoseconds);
    return new Percentiles(nanoseconds[measured / 2] / 1e6, nanoseconds[measured * 99 / 100] / 1e6);
  }

  /** The answer's body; an answer that isn't one ends the benchmark. */
  String send(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<String> response =
        CLIENT.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    if (response.statusCode() >= 300) {
      throw new IllegalStateException(response.statusCode() + " " + response.body());
    }
    return response.body();
  }
}
