package org.sunlit.place;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.sunlit.place.rules.Hours;
import org.sunlit.place.rules.Opening;
import org.sunlit.place.rules.OpeningException;

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

  /** Usual hours and exceptions together, as {@code opening_exceptions} gives these. */
  public static Opening opening(JsonArray usual, JsonArray exceptions) {
    return new Opening(read(usual), exceptions(exceptions));
  }

  static List<OpeningException> exceptions(JsonArray stored) {
    return stored.stream()
        .map(JsonObject.class::cast)
        .map(
            one ->
                new OpeningException(
                    LocalDate.parse(one.getString("from")),
                    LocalDate.parse(one.getString("until")),
                    read(one.getJsonArray("hours")),
                    one.getString("why"),
                    one.getString("whyEn")))
        .toList();
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
