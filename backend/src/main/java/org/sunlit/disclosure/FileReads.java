package org.sunlit.disclosure;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.sunlit.identity.Actor;
import org.sunlit.identity.Role;
import org.sunlit.platform.ByteRange;
import org.sunlit.platform.StoredJson;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/** Files of publications, for everybody once they are published, for the department before. */
@ApplicationScoped
class FileReads {
  private static final String ALL =
      "select coalesce(json_agg("
          + AttachedFile.JSON
          + " order by l.edition, l.position), '[]')::text as files"
          + " from publication_edition_file l join publication_file f on f.id = l.file_id"
          + " where l.publication_id = $1";
  private static final String ONE =
      """
      select f.id, f.name, f.size, encode(f.sha256, 'hex') as sha256
      from publication p join publication_file f on f.publication_id = p.id
      where p.number = $1 and f.id = $2
      """;

  /** Of any edition that was released: what was published stays, unless all of it is withdrawn. */
  private static final String PUBLISHED =
      """
       and p.withdrawn_at is null and exists (
        select 1 from publication_edition_file l
          join publication_edition e on e.publication_id = l.publication_id and e.edition = l.edition
        where l.file_id = f.id and e.state = 'released')
      """;

  private static final String OF_THE_DEPARTMENT = " and ($3::boolean or p.department_code = $4)";
  private static final String BYTES =
      "select substring(content from $2 for $3) as content from publication_file where id = $1";
  private static final String TABLE =
      """
      select f.name, f.table_text from publication p join publication_file f on f.publication_id = p.id
      where p.number = $1 and f.id = $2 and f.table_text is not null
      """;

  /** A file that whoever asks may have. */
  record Found(UUID id, String name, long size, String sha256) {}

  /** A file's first table as CSV. */
  record FoundTable(String name, String csv) {}

  private final Pool pool;

  FileReads(Pool pool) {
    this.pool = pool;
  }

  /** Of all its editions. */
  Uni<List<AttachedFile>> of(UUID publication) {
    return pool.preparedQuery(ALL)
        .execute(Tuple.of(publication))
        .map(rows -> rows.iterator().next().getString("files"))
        .map(json -> List.of(StoredJson.read(json, AttachedFile[].class)));
  }

  /** Fails with 404 unless it is published. */
  Uni<Found> published(String number, UUID file) {
    return one(ONE + PUBLISHED, Tuple.of(number, file)).map(FileReads::found);
  }

  /** Fails with 404 unless it is of the actor's department, or the actor supervises. */
  Uni<Found> ofTheDepartment(String number, UUID file, Actor actor) {
    return one(
            ONE + OF_THE_DEPARTMENT,
            Tuple.of(number, file, actor.is(Role.SUPERVISOR), actor.departmentCode()))
        .map(FileReads::found);
  }

  /** Fails with 404 unless it is published and has a table. */
  Uni<FoundTable> table(String number, UUID file) {
    return one(TABLE + PUBLISHED, Tuple.of(number, file))
        .map(row -> new FoundTable(row.getString("name"), row.getString("table_text")));
  }

  Uni<Buffer> bytes(UUID file, ByteRange range) {
    return pool.preparedQuery(BYTES)
        .execute(Tuple.of(file, (int) range.first() + 1, (int) range.length()))
        .map(rows -> rows.iterator().next().getBuffer("content").getDelegate());
  }

  private Uni<Row> one(String sql, Tuple of) {
    return pool.preparedQuery(sql)
        .execute(of)
        .map(
            rows -> rows.stream().findFirst().orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND)));
  }

  private static Found found(Row row) {
    return new Found(
        row.getUUID("id"), row.getString("name"), row.getLong("size"), row.getString("sha256"));
  }
}
