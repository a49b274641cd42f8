package org.sunlit.powerlist;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.sunlit.platform.Workers;
import org.sunlit.powerlist.flow.FlowBpmn;
import org.sunlit.powerlist.flow.FlowDefinition;
import org.sunlit.powerlist.flow.FlowJson;
import org.sunlit.powerlist.flow.FlowLanguage;
import org.sunlit.powerlist.flow.FlowLayout;
import org.sunlit.powerlist.flow.FlowSvg;

/**
 * Flowcharts ready to be sent (A3): as JSON with coordinates, as SVG and as BPMN. Laying one out
 * takes a processor a while, so it happens once, on a worker, and is kept: a flow definition never
 * changes.
 */
@ApplicationScoped
public class FlowDocuments {
  private static final String SELECT =
      "select origin, definition::text as definition from flow_definition where id = $1";

  private record Stored(FlowOrigin origin, FlowDefinition flow) {}

  private record PictureKey(UUID versionId, FlowLanguage language) {}

  private final Pool pool;
  private final ObjectMapper json;
  private final Kept<UUID> documents = new Kept<>();
  private final Kept<PictureKey> pictures = new Kept<>();
  private final Kept<UUID> models = new Kept<>();

  FlowDocuments(Pool pool, ObjectMapper json) {
    this.pool = pool;
    this.json = json;
  }

  /**
   * The contract's {@code Flow} of a flow definition, as JSON.
   *
   * @return fails with {@link NoSuchElementException} when there is no such definition
   */
  public Uni<String> json(UUID flowId) {
    return documents.get(flowId, () -> draw(flowId, this::write)).map(Kept.Document::text);
  }

  /** The same with its entity tag. */
  Uni<Kept.Document> jsonDocument(UUID flowId) {
    return documents.get(flowId, () -> draw(flowId, this::write));
  }

  /** The picture of an item's flow, with the item's name and limits above it. */
  Uni<Kept.Document> picture(ItemQueries.FlowOf item, FlowLanguage language) {
    return pictures.get(
        new PictureKey(item.versionId(), language),
        () ->
            draw(
                item.flowId(),
                stored -> FlowSvg.draw(stored.flow(), FlowHeadings.of(item, language), language)));
  }

  /** A flow definition as BPMN 2.0, in Chinese with the documentation in both languages. */
  Uni<Kept.Document> model(UUID flowId) {
    return models.get(
        flowId, () -> draw(flowId, stored -> FlowBpmn.write(stored.flow(), FlowLanguage.ZH)));
  }

  private Uni<String> draw(UUID flowId, java.util.function.Function<Stored, String> drawing) {
    return pool.preparedQuery(SELECT)
        .execute(Tuple.of(flowId))
        .map(
            rows -> {
              if (rows.size() == 0) {
                throw new NoSuchElementException("No flow definition has the id " + flowId);
              }
              return rows.iterator().next();
            })
        .chain(
            row ->
                Workers.call(
                    () ->
                        drawing.apply(
                            new Stored(
                                FlowOrigin.of(row.getString("origin")),
                                FlowJson.read(row.getString("definition"))))));
  }

  private String write(Stored stored) {
    try {
      return json.writeValueAsString(
          FlowMapper.flow(
              stored.flow(),
              stored.origin(),
              FlowLayout.lay(stored.flow(), FlowLayout.Direction.DOWN)));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("A flow can always be written", impossible);
    }
  }
}
