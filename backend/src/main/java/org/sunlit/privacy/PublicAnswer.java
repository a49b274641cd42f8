package org.sunlit.privacy;

import io.vertx.mutiny.sqlclient.Row;
import java.util.LinkedHashMap;
import java.util.Map;

/** A question and its answer that are, or are to be, public. */
public record PublicAnswer(String title, String question, String answer) {
  /** As it is kept. */
  public static PublicAnswer of(Row row) {
    return new PublicAnswer(
        row.getString("title"), row.getString("question"), row.getString("answer"));
  }

  /** The texts by their names, in order. */
  Map<String, String> fields() {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("title", title);
    fields.put("question", question);
    fields.put("answer", answer);
    return fields;
  }
}
