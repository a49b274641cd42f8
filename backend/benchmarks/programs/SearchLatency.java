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
 * {@code URL CLIENTS SECONDS [publications]}: asks what people ask, each client one question after
 * another, and prints the 99th percentile of the answers' times in milliseconds.
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

  private static final List<String> OF_PUBLICATIONS =
      List.of(
          q("公开通知"), // in many
          q("保障住房"),
          q("住房"),
          q("食品安全监督检查"),
          q("怎么申请保障性住房？"),
          q("征收 补偿 标准"),
          q("财政预算"),
          q("没有这样的文件"),
          q("價格收費"),
          q("环"),
          q("建设项目") + "&category=other",
          q("检查") + "&limit=50",
          q("GK-2025-000123"),
          "department=bench",
          "category=other");

  public static void main(String... args) throws Exception {
    int clients = Integer.parseInt(args[1]);
    long end = System.nanoTime() + Integer.parseInt(args[2]) * 1_000_000_000L;
    boolean publications = args.length > 3 && args[3].equals("publications");
    List<String> questions = publications ? OF_PUBLICATIONS : QUESTIONS;
    String list = publications ? "/api/v1/disclosures?" : "/api/v1/power-items?";
    ExecutorService pool = Executors.newFixedThreadPool(clients);
    List<Callable<List<Long>>> work = new ArrayList<>();
    for (int client = 0; client < clients; client++) {
      int first = client * questions.size() / clients;
      work.add(() -> ask(args[0], list, questions, first, end));
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

  private static List<Long> ask(
      String url, String list, List<String> questions, int first, long end) throws Exception {
    List<Long> times = new ArrayList<>();
    try (Connection connection = new Connection(url)) {
      for (int turn = first; System.nanoTime() < end; turn++) {
        String question = questions.get(turn % questions.size());
        long begun = System.nanoTime();
        connection.get(list + question).expect(200);
        times.add(System.nanoTime() - begun);
      }
    }
    return times;
  }

  private static String q(String words) {
    return "q=" + URLEncoder.encode(words, StandardCharsets.UTF_8);
  }
}
