package org.sunlit.complaint;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.sunlit.api.model.DepartmentReference;
import org.sunlit.complaint.rules.Category;
import org.sunlit.powerlist.DepartmentNames;
import org.sunlit.privacy.DataKey;
import org.sunlit.privacy.Vault;

/** Complaints as they are opened. */
@ApplicationScoped
class ComplaintReads {
  private static final String ONE =
      "select cast(("
          + ComplaintStore.load().strip().replace(":of", "$1")
          + " c.number = $1) as text) as record";
  private static final String WORDS =
      """
      select a.number, a.kind, a.account, p.name, p.name_en, a.words
      from complaint_act a left join account p on p.account = a.account
      where a.complaint_id = $1 order by a.number
      """;

  /**
   * An act's words and who said them.
   *
   * @param account null for the writer, and for what happens by itself
   */
  record Said(int number, String account, String name, String nameEn, byte[] words) {}

  /**
   * A complaint with all that belongs to it.
   *
   * @param category what it is about; null where nobody has said it
   */
  record Opened(
      ComplaintRecord complaint,
      Content content,
      DataKey key,
      List<Said> said,
      Map<String, DepartmentReference> departments,
      Category category) {}

  private final Pool pool;
  private final Vault vault;
  private final DepartmentNames names;
  private final Categories categories;

  ComplaintReads(Pool pool, Vault vault, DepartmentNames names, Categories categories) {
    this.pool = pool;
    this.vault = vault;
    this.names = names;
    this.categories = categories;
  }

  /** The whole of it, for whoever asks; empty when there is none. */
  Uni<Optional<ComplaintRecord>> find(String number) {
    return pool.preparedQuery(ONE)
        .execute(Tuple.of(number))
        .map(
            rows ->
                rows.stream()
                    .findFirst()
                    .map(row -> row.getString("record"))
                    .map(ComplaintStore::read));
  }

  /** With its words unsealed as far as needed, and the names of its departments. */
  Uni<Opened> open(ComplaintRecord complaint) {
    return vault
        .find(complaint.subject())
        .map(Optional::orElseThrow)
        .chain(key -> said(complaint.id()).chain(said -> opened(complaint, key, said)));
  }

  private Uni<Opened> opened(ComplaintRecord complaint, DataKey key, List<Said> said) {
    Content content = Content.open(key, complaint.content());
    return names(complaint)
        .chain(
            departments ->
                categories
                    .find(complaint.category())
                    .map(
                        category ->
                            new Opened(
                                complaint,
                                content,
                                key,
                                said,
                                departments,
                                category.orElse(null))));
  }

  private Uni<List<Said>> said(UUID id) {
    return pool.preparedQuery(WORDS)
        .execute(Tuple.of(id))
        .map(
            rows ->
                rows.stream()
                    .map(
                        row ->
                            new Said(
                                row.getInteger("number"),
                                row.getString("account"),
                                row.getString("name"),
                                row.getString("name_en"),
                                row.getBuffer("words") == null
                                    ? null
                                    : row.getBuffer("words").getBytes()))
                    .toList());
  }

  private Uni<Map<String, DepartmentReference>> names(ComplaintRecord complaint) {
    Stream<String> codes =
        complaint.acts().stream().flatMap(act -> ComplaintShapes.departments(act).stream());
    return names.of(
        Stream.concat(codes, Stream.ofNullable(complaint.namedDepartment()))
            .filter(Objects::nonNull)
            .toList());
  }
}
