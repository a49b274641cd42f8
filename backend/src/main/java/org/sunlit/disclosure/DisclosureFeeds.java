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
import java.util.function.BiFunction;
import org.eclipse.microprofile.config.inject.ConfigProperty;

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
          as categories
      from publication p join publication_edition e on e.publication_id = p.id and e.edition = p.public_edition
        join department d on d.code = p.department_code
      where p.public_edition is not null and p.withdrawn_at is null
      order by p.first_released_at desc, p.id desc limit $1
      """;

  private final Uni<List<FeedEntry>> newest;
  private final Uni<List<FeedEntry>> mapped;
  private final String city;

  DisclosureFeeds(
      Pool pool, @ConfigProperty(name = "sunlit.city.name", defaultValue = "晴川市") String city) {
    this.newest = entries(pool, NEWEST);
    this.mapped = entries(pool, MAPPED);
    this.city = city;
  }

  private static Uni<List<FeedEntry>> entries(Pool pool, int most) {
    return Uni.createFrom()
        .deferred(() -> pool.preparedQuery(ENTRIES).execute(Tuple.of(most)))
        .map(rows -> rows.stream().map(DisclosureFeeds::entry).toList())
        .memoize()
        .forFixedDuration(KEPT);
  }

  private static FeedEntry entry(Row row) {
    return new FeedEntry(
        row.getString("number"),
        row.getString("title"),
        row.getString("summary"),
        row.getString("department"),
        List.of(row.getArrayOfStrings("categories")),
        row.getOffsetDateTime("first_released_at"),
        row.getOffsetDateTime("released_at"));
  }

  void register(@Observes Router router) {
    serve(router, "/feeds/disclosures.atom", "application/atom+xml", newest, FeedDocuments::atom);
    serve(router, "/feeds/disclosures.json", "application/feed+json", newest, FeedDocuments::json);
    serve(router, "/sitemap.xml", "application/xml", mapped, FeedDocuments::siteMap);
  }

  private void serve(
      Router router,
      String path,
      String type,
      Uni<List<FeedEntry>> entries,
      BiFunction<FeedDocuments, List<FeedEntry>, String> document) {
    router
        .get(path)
        .handler(
            http ->
                entries
                    .subscribe()
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
