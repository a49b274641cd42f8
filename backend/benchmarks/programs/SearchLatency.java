import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * {@code URL CLIENTS SECONDS}: asks what people ask, each client one question after another, and
 * prints the 99th percentile of the answers' times in milliseconds.
 */
final class SearchLatency {
  private static final List<String> QUESTIONS =
      List.of(
          q("食品经营许可"),
          q("spjy"),
          q("食品经营许刻"), // one wrong character
          q("变更"),
          q("注销登记"),
          q("道路运输"),
          q("建筑工程质量"),
          q("yljg"),
          q("shipin"),
          q("补贴"),
          q("培训机构 备案"),
          q("市场监督"),
          q("TEST-000123"),
          q("特种设备检验"),
          q("没有这样的事项"),
          q("水"),
          q("许可") + "&category=licence",
          q("登记") + "&limit=50",
          "category=confirmation",
          "department=D07");

  public static void main(String... args) throws Exception {
    int clients = Integer.parseInt(args[1]);
    long end = System.nanoTime() + Integer.parseInt(args[2]) * 1_000_000_000L;
    ExecutorService pool = Executors.newFixedThreadPool(clients);
    List<Callable<List<Long>>> work = new ArrayList<>();
    for (int client = 0; client < clients; client++) {
      int first = client * QUESTIONS.size() / clients;
      work.add(() -> ask(args[0], first, end));
    }
    List<Long> times = new ArrayList<>();
    for (Future<List<Long>> done : pool.invokeAll(work)) {
      times.addAll(done.get());
    }
    pool.shutdown();
    long[] sorted = times.stream().mapToLong(Long::longValue).sorted().toArray();
    System.out.printf("%.3f%n", sorted[(int) (sorted.length * 0.99)] / 1e6);
    if (args.length > 3) {
      Arrays.stream(new double[] {0.5, 0.9, 0.999})
          .forEach(
              share ->
                  System.err.printf(
                      "%.1f %%: %.3f ms%n",
                      share * 100, sorted[(int) (sorted.length * share)] / 1e6));
    }
  }

  private static List<Long> ask(String url, int first, long end) throws Exception {
    List<Long> times = new ArrayList<>();
    try (Connection connection = new Connection(url)) {
      for (int turn = first; System.nanoTime() < end; turn++) {
        String question = QUESTIONS.get(turn % QUESTIONS.size());
        long begun = System.nanoTime();
        connection.get("/api/v1/power-items?" + question).expect(200);
        times.add(System.nanoTime() - begun);
      }
    }
    return times;
  }

  private static String q(String words) {
    return "q=" + URLEncoder.encode(words, StandardCharsets.UTF_8);
  }
}
