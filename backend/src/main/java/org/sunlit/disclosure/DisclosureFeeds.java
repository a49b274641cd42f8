package org.sunlit.disclosure;

import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.sunlit.disclosure.rules.FileKind;
import org.sunlit.platform.Coded;
import org.sunlit.platform.Shared;
import org.sunlit.platform.StoredJson;

/** Serves the feeds and the site map (K1–K5). What they hold is at most a minute old. */
@ApplicationScoped
class DisclosureFeeds {
  private static final Duration KEPT = Duration.ofMinutes(1);
  private static final int NEWEST = 50;

  /** A site map holds at most 50,000 addresses. */
  private static final int MAPPED = 20_000;

  private static final String ENTRIES =
      """
      select p.number, e.title, e.summary, d.name as department, p.first_released_at, e.released_at,
        array(select c.name from disclosure_category c where c.code = any (p.categories) order by c.position)
          as categories,
        %s as files
      from publication p join publication_edition e on e.publication_id = p.id and e.edition = p.public_edition
        join department d on d.code = p.department_code
      where p.public_edition is not null and p.withdrawn_at is null
      order by p.first_released_at desc, p.id desc limit $1
      """;

  private static final String FILES =
      """
      (select json_agg(json_build_object('id', f.id, 'name', f.name, 'kind', f.kind, 'size', f.size)
          order by l.position)::text
        from publication_edition_file l join publication_file f on f.id = l.file_id
        where l.publication_id = p.id and l.edition = p.public_edition)
      """;

  /** A site map tells of no files. */
  private static final String NO_FILES = "null";

  private static final String CATEGORIES =
      "select code from disclosure_category order by position, code";

  /** What a site map tells of: a page for each category, and one for each publication. */
  private record Mapped(List<String> categories, List<FeedEntry> entries) {}

  /** A file as it is stored. */
  private record Stored(UUID id, String name, String kind, long size) {
    FeedEntry.Enclosure enclosure() {
      return new FeedEntry.Enclosure(id, name, Coded.of(FileKind.class, kind), size);
    }
  }

  private final Uni<List<FeedEntry>> newest;
  private final Uni<Mapped> mapped;
  private final String city;

  DisclosureFeeds(
      Pool pool, @ConfigProperty(name = "sunlit.city.name", defaultValue = "晴川市") String city) {
    this.newest = Shared.every(KEPT, () -> entries(pool, FILES, NEWEST));
    this.mapped =
        Shared.every(
            KEPT,
            () ->
                Uni.combine()
                    .all()
                    .unis(categories(pool), entries(pool, NO_FILES, MAPPED))
                    .with(Mapped::new));
    this.city = city;
  }

  private static Uni<List<FeedEntry>> entries(Pool pool, String files, int most) {
    return pool.preparedQuery(ENTRIES.formatted(files))
        .execute(Tuple.of(most))
        .map(rows -> rows.stream().map(DisclosureFeeds::entry).toList());
  }

  private static Uni<List<String>> categories(Pool pool) {
    return pool.preparedQuery(CATEGORIES)
        .execute()
        .map(rows -> rows.stream().map(row -> row.getString("code")).toList());
  }

  private static FeedEntry entry(Row row) {
    return new FeedEntry(
        row.getString("number"),
        row.getString("title"),
        row.getString("summary"),
        row.getString("department"),
        List.of(row.getArrayOfStrings("categories")),
        files(row.getString("files")),
        row.getOffsetDateTime("first_released_at"),
        row.getOffsetDateTime("released_at"));
  }

  private static List<FeedEntry.Enclosure> files(String json) {
    return json == null
        ? List.of()
        : Stream.of(StoredJson.read(json, Stored[].class)).map(Stored::enclosure).toList();
  }

  void register(@Observes Router router) {
    serve(router, "/feeds/disclosures.atom", "application/atom+xml", newest, FeedDocuments::atom);
    serve(router, "/feeds/disclosures.json", "application/feed+json", newest, FeedDocuments::json);
    serve(
        router,
        "/sitemap.xml",
        "application/xml",
        mapped,
        (documents, known) -> documents.siteMap(known.categories(), known.entries()));
  }

  private <T> void serve(
      Router router,
      String path,
      String type,
      Uni<T> told,
      BiFunction<FeedDocuments, T, String> document) {
    router
        .get(path)
        .handler(
            http ->
                told.subscribe()
                    .with(
                        found ->
                            http.response()
                                .putHeader("Content-Type", type + ";charset=utf-8")
                                .putHeader("Cache-Control", "public, max-age=60")
                                .end(document.apply(new FeedDocuments(site(http), city), found)),
                        http::fail));
  }

  /** As whoever asks has called it. */
  private static String site(RoutingContext http) {
    return http.request().scheme() + "://" + http.request().authority();
  }
}
