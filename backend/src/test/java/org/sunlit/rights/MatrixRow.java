package org.sunlit.rights;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How one operation is tried: a line of {@code rights-matrix.json}.
 *
 * @param on what it is about
 * @param query added to the path
 * @param headers sent besides
 * @param body sent as JSON; {@code CASE} in it stands for the case's number
 */
record MatrixRow(
    String operation, On on, String query, Map<String, String> headers, JsonNode body) {
  private static final String FILE = "/rights-matrix.json";

  /** What an operation is about, and so what a right of it reaches. */
  enum On {
    /** No single thing, or one's own things only: whoever has the permission is let in. */
    @JsonProperty("nothing")
    NOTHING,
    /** One case: who may not see it is told that there is none. */
    @JsonProperty("case")
    CASE,
    /** Many cases: the answer names those that may be seen and no others. */
    @JsonProperty("cases")
    CASES
  }

  String bodyFor(String caseNumber) {
    return body == null ? "{}" : body.toString().replace("CASE", caseNumber);
  }

  /** All rows, by operation. */
  static Map<String, MatrixRow> read() {
    Map<String, MatrixRow> rows = new LinkedHashMap<>();
    try (InputStream file = MatrixRow.class.getResourceAsStream(FILE)) {
      List<MatrixRow> read = new ObjectMapper().readValue(file, new TypeReference<>() {});
      for (MatrixRow row : read) {
        if (rows.put(row.operation(), row) != null) {
          throw new IllegalStateException(FILE + " has two rows for " + row.operation());
        }
      }
      return rows;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(FILE, unreadable);
    }
  }
}
