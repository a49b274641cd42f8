package org.sunlit.place;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.LocalTime;
import org.sunlit.place.rules.Hours;

/** Opening hours as a place stores them: an array of {from, until}. */
public final class StoredHours {
  private StoredHours() {}

  public static Hours read(JsonArray stored) {
    return new Hours(
        stored.stream()
            .map(JsonObject.class::cast)
            .map(
                span ->
                    new Hours.Span(
                        LocalTime.parse(span.getString("from")),
                        LocalTime.parse(span.getString("until"))))
            .toList());
  }

  static JsonArray write(Hours hours) {
    JsonArray all = new JsonArray();
    hours
        .spans()
        .forEach(
            span ->
                all.add(
                    new JsonObject()
                        .put("from", span.from().toString())
                        .put("until", span.until().toString())));
    return all;
  }
}
