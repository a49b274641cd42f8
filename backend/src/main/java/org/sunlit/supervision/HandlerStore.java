package org.sunlit.supervision;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.sunlit.platform.StoredJson;
import org.sunlit.supervision.rules.HandlerPicture;

/** What is remembered of people who handle cases (F3). */
@Singleton
class HandlerStore {
  private static final String PICTURES =
      "select picture::text as picture from supervision_handler where account = any ($1)";
  private static final String KEEP =
      """
      insert into supervision_handler (account, picture)
      select account, picture::jsonb from jsonb_to_recordset(cast($1 as text)::jsonb) as x(account text, picture text)
      on conflict (account) do update set picture = excluded.picture
      """;

  private record Kept(String account, String picture) {}

  /** By their accounts; of others nothing is remembered yet. */
  Uni<Map<String, HandlerPicture>> pictures(SqlConnection connection, Set<String> accounts) {
    return connection
        .preparedQuery(PICTURES)
        .execute(Tuple.tuple().addArrayOfString(accounts.toArray(String[]::new)))
        .map(
            rows -> {
              Map<String, HandlerPicture> known = new HashMap<>();
              rows.forEach(
                  row -> {
                    HandlerPicture picture =
                        StoredJson.read(row.getString("picture"), HandlerPicture.class);
                    known.put(picture.account(), picture);
                  });
              return known;
            });
  }

  Uni<Void> keep(SqlConnection connection, Collection<HandlerPicture> pictures) {
    return pictures.isEmpty()
        ? Uni.createFrom().voidItem()
        : connection
            .preparedQuery(KEEP)
            .execute(
                Tuple.of(
                    StoredJson.write(
                        pictures.stream()
                            .map(each -> new Kept(each.account(), StoredJson.write(each)))
                            .toList())))
            .replaceWithVoid();
  }
}
