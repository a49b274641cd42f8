package org.sunlit.complaint;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.sunlit.powerlist.table.TableReader;
import org.sunlit.powerlist.table.TableRow;

/**
 * What a search finds of what is expected. {@code search-queries.txt} has what people would type,
 * and the numbers of the real messages that a person who has read the subjects takes for answers to
 * it.
 *
 * @param queries how many
 * @param reciprocalRank mean of one divided by the place of the first that was expected; 0 where
 *     none is among the first five
 * @param recall mean part of those expected, five at most, that are among the first five
 */
record SearchJudgement(int queries, double reciprocalRank, double recall) {
  private static final int LOOKED_AT = 5;

  private record Query(String typed, Set<String> expected) {}

  /** Of a search that gives ids, the best first. */
  static SearchJudgement of(Function<String, List<String>> search) {
    double ranks = 0;
    double recalls = 0;
    List<Query> queries = read();
    for (Query query : queries) {
      List<String> found = search.apply(query.typed()).stream().limit(LOOKED_AT).toList();
      int first =
          IntStream.range(0, found.size())
              .filter(place -> query.expected().contains(found.get(place)))
              .findFirst()
              .orElse(-1);
      long hits = found.stream().filter(query.expected()::contains).count();
      ranks += first < 0 ? 0 : 1d / (first + 1);
      recalls += (double) hits / Math.min(LOOKED_AT, query.expected().size());
    }
    return new SearchJudgement(queries.size(), ranks / queries.size(), recalls / queries.size());
  }

  /** The messages that hold what was typed as it was typed, the newest first. */
  static Function<String, List<String>> substrings(byte[] messages) {
    List<TableRow> newest =
        TableReader.read(messages).body().stream()
            .sorted(Comparator.comparing(SearchJudgement::year).reversed())
            .toList();
    return typed ->
        newest.stream()
            .filter(row -> (row.cell(2) + "\n" + row.cell(4) + "\n" + row.cell(5)).contains(typed))
            .map(row -> id(row.cell(0)))
            .toList();
  }

  private static String year(TableRow row) {
    return row.cell(6).substring(0, 4);
  }

  /** As an import gives it. */
  private static String id(String number) {
    return UUID.nameUUIDFromBytes(("earlier/" + number).getBytes(StandardCharsets.UTF_8))
        .toString();
  }

  private static List<Query> read() {
    try (InputStream file =
        SearchJudgement.class.getResourceAsStream("/complaint/search-queries.txt")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(line -> line.split(" "))
          .map(
              parts ->
                  new Query(
                      parts[0],
                      List.of(parts).subList(1, parts.length).stream()
                          .map(SearchJudgement::id)
                          .collect(Collectors.toSet())))
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  @Override
  public String toString() {
    return "%d queries, mean reciprocal rank %.3f, recall@5 %.3f"
        .formatted(queries, reciprocalRank, recall);
  }
}
