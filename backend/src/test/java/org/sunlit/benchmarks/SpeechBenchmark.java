package org.sunlit.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.sunlit.benchmarks.Calls.Percentiles;

/**
 * Search over 100,000 earlier answers and 100,000 publications against search over 2,000 of each,
 * through HTTP: the 99th percentile may be twice as long at most, and 100 milliseconds.
 *
 * <pre>{@code
 * SpeechBenchmark http://localhost:8080 jdbc:postgresql://localhost:5433/sunlit <user> <password>
 * }</pre>
 *
 * <p>Use a Sunlit that is there for nothing else and has imported the 2,000 real messages with
 * their answers. What is more is copied from them in the database, so a word that is frequent there
 * is as frequent among the many; publications are made of the same texts.
 */
public final class SpeechBenchmark {
  private static final int FEW = 2_000;
  private static final int MANY = 100_000;
  private static final double MOST_RATIO = 2.0;
  private static final double MOST_MILLISECONDS = 100;
  private static final String QUERIES = "/complaint/search-queries.txt";

  private static final String MORE_ANSWERS =
      """
      insert into earlier_answer (id, import_id, kind, title, question, answer, fingerprint, department, category,
        received_at, replied_at, working_days, search)
      select gen_random_uuid(), import_id, kind, title, question, answer, fingerprint, department, category,
        received_at - n * interval '3 hours', replied_at - n * interval '3 hours', working_days, search
      from (select * from earlier_answer order by id limit 2000) e, generate_series(1, %d) n
      """;

  private static final String MORE_PUBLICATIONS =
      """
      with texts as (select row_number() over () as place, e.* from
          (select * from earlier_answer order by id limit 2000) e),
        made as (
          insert into publication (id, number, department_code, public_edition, categories, first_released_at,
            search, changed_at)
          select gen_random_uuid(), 'B' || n || '-' || t.place, (select min(code) from department), 1,
            (select array[min(code)] from disclosure_category), t.replied_at - n * interval '3 hours', t.search,
            t.replied_at
          from texts t, generate_series(%d, %d) n returning id, number)
      insert into publication_edition (publication_id, edition, state, title, body, categories, released_at,
        drafted_by, reviewed_by)
      select m.id, 1, 'released', left(t.title, 190), t.answer, (select array[min(code)] from disclosure_category),
        t.replied_at, 'benchmark', 'benchmark2'
      from made m join texts t on t.place = split_part(m.number, '-', 2)::bigint
      """;

  private static final List<String> KINDS =
      List.of("search of answers", "similar answers", "search of publications");

  private final Calls calls = new Calls(200, 1_000);
  private final String base;
  private final List<String> queries = queries();

  private SpeechBenchmark(String base) {
    this.base = base;
  }

  /** Prints the figures; ends with 1 when one is too high. */
  public static void main(String[] arguments)
      throws IOException, InterruptedException, SQLException {
    if (arguments.length != 4) {
      System.err.println("Usage: SpeechBenchmark <base URL> <JDBC URL> <user> <password>");
      System.exit(2);
    }
    try (Connection database =
        DriverManager.getConnection(arguments[1], arguments[2], arguments[3])) {
      System.exit(new SpeechBenchmark(arguments[0]).run(database) ? 0 : 1);
    }
  }

  private boolean run(Connection database) throws IOException, InterruptedException, SQLException {
    if (count(database, "earlier_answer") < FEW) {
      throw new IllegalStateException("Import the 2,000 messages first");
    }
    fill(database, "publication", MORE_PUBLICATIONS.formatted(1, 1));
    List<Percentiles> few = measure(FEW);
    fill(database, "earlier_answer", MORE_ANSWERS.formatted(MANY / FEW - 1));
    fill(database, "publication", MORE_PUBLICATIONS.formatted(2, MANY / FEW));
    List<Percentiles> many = measure(MANY);
    boolean kept = true;
    for (int kind = 0; kind < KINDS.size(); kind++) {
      double ratio = many.get(kind).p99() / few.get(kind).p99();
      System.out.printf(
          "%s: ratio of the 99th percentiles %.2f (at most %.1f)%n",
          KINDS.get(kind), ratio, MOST_RATIO);
      kept &= ratio <= MOST_RATIO && many.get(kind).p99() <= MOST_MILLISECONDS;
    }
    return kept;
  }

  private List<Percentiles> measure(int size) throws IOException, InterruptedException {
    List<Percentiles> found =
        List.of(
            calls.measure(queries.stream().map(this::answers).toList()),
            calls.measure(queries.stream().map(this::similar).toList()),
            calls.measure(queries.stream().map(this::publications).toList()));
    for (int kind = 0; kind < KINDS.size(); kind++) {
      System.out.printf("%s over %,d: %s%n", KINDS.get(kind), size, found.get(kind));
    }
    return found;
  }

  private HttpRequest answers(String typed) {
    return HttpRequest.newBuilder(URI.create(base + "/api/v1/complaint-answers?q=" + coded(typed)))
        .build();
  }

  private HttpRequest similar(String typed) {
    return HttpRequest.newBuilder(URI.create(base + "/api/v1/complaint-answers/similar"))
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString("{\"text\":\"" + typed + "\"}"))
        .build();
  }

  private HttpRequest publications(String typed) {
    return HttpRequest.newBuilder(URI.create(base + "/api/v1/disclosures?q=" + coded(typed)))
        .build();
  }

  private static String coded(String typed) {
    return URLEncoder.encode(typed, StandardCharsets.UTF_8);
  }

  /** Without the index of terms while the rows come, for it is made anew many times faster. */
  private static void fill(Connection database, String table, String more) throws SQLException {
    try (Statement statement = database.createStatement()) {
      long start = System.nanoTime();
      String index;
      try (ResultSet found =
          statement.executeQuery(
              "select indexdef from pg_indexes where indexname = '" + table + "_search'")) {
        found.next();
        index = found.getString(1);
      }
      statement.execute("drop index " + table + "_search");
      int rows = statement.executeUpdate(more);
      statement.execute("set maintenance_work_mem = '512MB'");
      statement.execute(index);
      statement.execute("vacuum analyze " + table);
      System.out.printf("%,d more rows in %.1f s%n", rows, (System.nanoTime() - start) / 1e9);
    }
  }

  private static long count(Connection database, String table) throws SQLException {
    try (Statement statement = database.createStatement();
        ResultSet rows = statement.executeQuery("select count(*) from " + table)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  /** What people would type: the first column of what the search is judged on. */
  private static List<String> queries() {
    try (InputStream in = SpeechBenchmark.class.getResourceAsStream(QUERIES);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.split(" ", 2)[0])
          .toList();
    } catch (IOException unreadable) {
      throw new java.io.UncheckedIOException(unreadable);
    }
  }
}
