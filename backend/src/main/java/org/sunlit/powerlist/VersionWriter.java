package org.sunlit.powerlist;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntConsumer;
import org.sunlit.calendar.Limit;
import org.sunlit.powerlist.PublishPlan.NewVersion;

/** Writes planned versions in a few large statements instead of one round trip a row. */
final class VersionWriter {
  private static final int CHUNK = 500;

  private static final String KNOWN_FLOWS =
      "select id, origin, content_hash from flow_definition where content_hash = any($1)";
  private static final String INSERT_FLOW =
      """
      insert into flow_definition (id, code, version, origin, content_hash, definition)
      values ($1, $2, (select coalesce(max(version), 0) + 1 from flow_definition where code = $2), $3, $4, $5)
      """;
  private static final String INSERT_ITEMS =
      "insert into power_item (code) select unnest($1::text[]) returning id, code";
  private static final String CLOSE =
      """
      update power_item_version v set effective_to = c.last
      from (select unnest($1::uuid[]) as id, unnest($2::date[]) as last) c
      where v.id = c.id and v.effective_to is null
      """;
  private static final String INSERT_VERSIONS =
      """
      insert into power_item_version (id, item_id, number, effective_from, content_hash, name, name_en, parent_name,
        category, department_code, region_code, level, status, handling, statutory_amount, statutory_unit,
        promised_amount, promised_unit, online_depth, visits, service_for, free, detail, flow_id, import_id)
      select id, item_id, number, effective_from, content_hash, name, name_en, parent_name,
        category, department_code, region_code, level, status, handling, statutory_amount, statutory_unit,
        promised_amount, promised_unit, online_depth, visits, service_for, free, detail, flow_id, import_id
      from jsonb_to_recordset($1::jsonb) as r(id uuid, item_id bigint, number int, effective_from date,
        content_hash text, name text, name_en text, parent_name text, category text, department_code text,
        region_code text, level text, status text, handling text, statutory_amount int, statutory_unit text,
        promised_amount int, promised_unit text, online_depth int, visits int, service_for text, free boolean,
        detail jsonb, flow_id uuid, import_id uuid)
      """;

  private record FlowKey(FlowOrigin origin, String hash) {}

  private final SqlConnection connection;
  private final UUID importId;
  private final IntConsumer progress;

  /**
   * @param importId kept with the versions, or null
   * @param progress told how many are written
   */
  VersionWriter(SqlConnection connection, UUID importId, IntConsumer progress) {
    this.connection = connection;
    this.importId = importId;
    this.progress = progress;
  }

  Uni<Void> write(List<NewVersion> versions) {
    if (versions.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    Map<FlowKey, NewVersion> flows = new LinkedHashMap<>();
    Map<String, String> hashes = new HashMap<>();
    for (NewVersion version : versions) {
      String hash = hashes.computeIfAbsent(version.flow(), ItemJson::hash);
      flows.putIfAbsent(new FlowKey(version.origin(), hash), version);
    }
    return flowIds(flows)
        .flatMap(
            flowIds ->
                Multi.createFrom()
                    .items(chunks(versions).stream())
                    .onItem()
                    .transformToUniAndConcatenate(
                        chunk ->
                            writeChunk(
                                chunk,
                                version ->
                                    flowIds.get(
                                        new FlowKey(version.origin(), hashes.get(version.flow())))))
                    .collect()
                    .last()
                    .replaceWithVoid());
  }

  private List<List<NewVersion>> chunks(List<NewVersion> versions) {
    List<List<NewVersion>> chunks = new ArrayList<>();
    for (int from = 0; from < versions.size(); from += CHUNK) {
      chunks.add(versions.subList(from, Math.min(versions.size(), from + CHUNK)));
    }
    return chunks;
  }

  private Uni<Map<FlowKey, UUID>> flowIds(Map<FlowKey, NewVersion> flows) {
    String[] hashes = flows.keySet().stream().map(FlowKey::hash).toArray(String[]::new);
    return connection
        .preparedQuery(KNOWN_FLOWS)
        .execute(Tuple.of(hashes))
        .flatMap(
            rows -> {
              Map<FlowKey, UUID> ids = new HashMap<>();
              for (Row row : rows) {
                ids.put(
                    new FlowKey(
                        FlowOrigin.of(row.getString("origin")), row.getString("content_hash")),
                    row.getUUID("id"));
              }
              List<Tuple> missing = new ArrayList<>();
              flows.forEach(
                  (key, version) -> {
                    if (!ids.containsKey(key)) {
                      UUID id = UUID.randomUUID();
                      ids.put(key, id);
                      missing.add(
                          Tuple.of(
                              id,
                              version.flowCode(),
                              key.origin().code(),
                              key.hash(),
                              new JsonObject(version.flow())));
                    }
                  });
              return missing.isEmpty()
                  ? Uni.createFrom().item(ids)
                  : connection.preparedQuery(INSERT_FLOW).executeBatch(missing).replaceWith(ids);
            });
  }

  private Uni<Void> writeChunk(
      List<NewVersion> chunk, java.util.function.Function<NewVersion, UUID> flowId) {
    return itemIds(chunk)
        .call(() -> close(chunk))
        .flatMap(
            itemIds -> {
              JsonArray rows = new JsonArray();
              for (NewVersion version : chunk) {
                rows.add(row(version, itemIds.get(version.draft().code()), flowId.apply(version)));
              }
              return connection.preparedQuery(INSERT_VERSIONS).execute(Tuple.of(rows));
            })
        .invoke(() -> progress.accept(chunk.size()))
        .replaceWithVoid();
  }

  private Uni<Map<String, Long>> itemIds(List<NewVersion> chunk) {
    Map<String, Long> ids = new HashMap<>();
    List<String> unknown = new ArrayList<>();
    for (NewVersion version : chunk) {
      if (version.latest() == null) {
        unknown.add(version.draft().code());
      } else {
        ids.put(version.draft().code(), version.latest().itemId());
      }
    }
    if (unknown.isEmpty()) {
      return Uni.createFrom().item(ids);
    }
    return connection
        .preparedQuery(INSERT_ITEMS)
        .execute(Tuple.of(unknown.toArray(String[]::new)))
        .map(
            rows -> {
              for (Row row : rows) {
                ids.put(row.getString("code"), row.getLong("id"));
              }
              return ids;
            });
  }

  /** Ends the versions before on the day before the new ones begin. */
  private Uni<Void> close(List<NewVersion> chunk) {
    List<NewVersion> changes = chunk.stream().filter(one -> one.latest() != null).toList();
    if (changes.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    UUID[] ids = changes.stream().map(one -> one.latest().id()).toArray(UUID[]::new);
    LocalDate[] last =
        changes.stream().map(one -> one.effectiveFrom().minusDays(1)).toArray(LocalDate[]::new);
    return connection.preparedQuery(CLOSE).execute(Tuple.of(ids, last)).replaceWithVoid();
  }

  private JsonObject row(NewVersion version, long itemId, UUID flowId) {
    ItemContent content = version.draft().content();
    return new JsonObject()
        .put("id", UUID.randomUUID().toString())
        .put("item_id", itemId)
        .put("number", version.number())
        .put("effective_from", version.effectiveFrom().toString())
        .put("content_hash", version.contentHash())
        .put("name", content.name())
        .put("name_en", content.nameEn())
        .put("parent_name", content.parentName())
        .put("category", content.category().code())
        .put("department_code", content.departmentCode())
        .put("region_code", content.regionCode())
        .put("level", content.level() == null ? null : content.level().code())
        .put("status", content.status().code())
        .put("handling", content.handling().code())
        .put("statutory_amount", amount(content.statutoryLimit()))
        .put("statutory_unit", unit(content.statutoryLimit()))
        .put("promised_amount", amount(content.promisedLimit()))
        .put("promised_unit", unit(content.promisedLimit()))
        .put("online_depth", content.onlineDepth())
        .put("visits", content.visits())
        .put("service_for", content.serviceFor() == null ? null : content.serviceFor().code())
        .put("free", content.free())
        .put("detail", new JsonObject(ItemJson.write(ItemDetail.of(content))))
        .put("flow_id", flowId.toString())
        .put("import_id", importId == null ? null : importId.toString());
  }

  private static Integer amount(Limit limit) {
    return limit == null ? null : limit.amount();
  }

  private static String unit(Limit limit) {
    return limit == null ? null : limit.unit().code();
  }
}
