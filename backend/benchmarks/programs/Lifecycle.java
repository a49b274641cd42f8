import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Cases from application to close, over REST.
 *
 * <p>{@code URL PASSWORD run CLIENTS SECONDS} prints how many cases a second went all the way.
 * {@code URL PASSWORD prepare CASES FILE} makes cases that stand at all steps, and a file of their
 * numbers and tracking codes.
 */
final class Lifecycle {
  private static final int STEPS = 4;

  public static void main(String... args) throws Exception {
    String url = args[0];
    String password = args[1];
    if (args[2].equals("prepare")) {
      prepare(url, password, Integer.parseInt(args[3]), Path.of(args[4]));
    } else {
      int seconds = Integer.parseInt(args[4]);
      System.out.printf("%.2f%n", perSecond(url, password, Integer.parseInt(args[3]), seconds));
    }
  }

  private static void prepare(String url, String password, int cases, Path file) throws Exception {
    try (Connection connection = new Connection(url);
        PrintWriter out = new PrintWriter(file.toFile(), StandardCharsets.UTF_8)) {
      Clerks clerks = new Clerks(connection, password);
      for (int made = 0; made < cases; made++) {
        Clerks.Begun begun = clerks.apply();
        clerks.handle(begun.caseNumber(), made % (STEPS + 1));
        out.println(begun.caseNumber() + " " + begun.trackingCode());
      }
    }
  }

  private static double perSecond(String url, String password, int clients, int seconds)
      throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(clients);
    try {
      List<Connection> connections = new ArrayList<>();
      List<Clerks> clerks = new ArrayList<>();
      for (int client = 0; client < clients; client++) {
        connections.add(new Connection(url));
        clerks.add(new Clerks(connections.get(client), password));
      }
      long begun = System.nanoTime();
      long end = begun + seconds * 1_000_000_000L;
      List<Callable<Integer>> work = new ArrayList<>();
      clerks.forEach(each -> work.add(() -> casesUntil(each, end)));
      int cases = 0;
      for (Future<Integer> done : pool.invokeAll(work)) {
        cases += done.get();
      }
      double lasted = (System.nanoTime() - begun) / 1e9;
      for (Connection connection : connections) {
        connection.close();
      }
      return cases / lasted;
    } finally {
      pool.shutdownNow();
    }
  }

  private static int casesUntil(Clerks clerks, long end) throws Exception {
    int cases = 0;
    while (System.nanoTime() < end) {
      clerks.handle(clerks.apply().caseNumber(), STEPS);
      cases++;
    }
    return cases;
  }
}
