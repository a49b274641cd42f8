package org.sunlit.board;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.sunlit.journal.PlacedPublicRow;
import org.sunlit.platform.CityTime;

/** Writes entries and feeds as the contract's JSON. */
@ApplicationScoped
class FeedWriter {

  private final JsonMapper json = JsonMapper.builder().build();
  private final Clock clock;

  FeedWriter(Clock clock) {
    this.clock = clock;
  }

  /** A BoardEntry. */
  Shown entry(PlacedPublicRow placed) {
    var row = placed.projection();
    return new Shown(
        placed,
        write(
            out -> {
              out.writeStartObject();
              out.writeNumberField("place", placed.place());
              text(out, "caseNumber", row.caseNumber());
              text(out, "jointNumber", row.jointNumber());
              text(out, "itemCode", row.itemCode());
              text(out, "itemName", row.itemName());
              text(out, "itemNameEn", row.itemNameEn());
              text(out, "departmentCode", row.departmentCode());
              text(out, "departmentName", row.departmentName());
              text(out, "departmentNameEn", row.departmentNameEn());
              text(out, "regionCode", row.regionCode());
              text(out, "takenInAt", row.takenIn() == null ? null : row.takenIn().name());
              text(out, "takenInAtEn", row.takenIn() == null ? null : row.takenIn().nameEn());
              text(out, "handling", row.handling());
              text(out, "applicantMasked", row.applicantMasked());
              text(out, "state", row.state());
              text(out, "stepId", row.stepId());
              text(out, "stepName", row.stepName());
              text(out, "stepNameEn", row.stepNameEn());
              text(out, "at", time(row.occurredAt()));
              text(out, "dueAt", row.dueAt() == null ? null : time(row.dueAt()));
              out.writeEndObject();
            }));
  }

  /** A BoardFeed of entries that are written already. */
  byte[] feed(Screen screen, long place, List<Shown> newestFirst) {
    return write(
        out -> {
          out.writeStartObject();
          out.writeNumberField("place", place);
          text(out, "generatedAt", time(clock.instant()));
          if (screen != Screen.WHOLE_CITY) {
            out.writeObjectFieldStart("board");
            text(out, "code", screen.code());
            text(out, "name", screen.name());
            text(out, "nameEn", screen.nameEn());
            text(out, "kind", screen.kind());
            text(out, "regionCode", screen.regionCode());
            text(out, "departmentCode", screen.departmentCode());
            out.writeEndObject();
          }
          out.writeArrayFieldStart("entries");
          for (Shown shown : newestFirst) {
            out.writeRawValue(new String(shown.json(), StandardCharsets.UTF_8));
          }
          out.writeEndArray();
          out.writeEndObject();
        });
  }

  private interface Body {
    void write(JsonGenerator out) throws IOException;
  }

  private byte[] write(Body body) {
    var bytes = new ByteArrayOutputStream(512);
    try (JsonGenerator out = json.createGenerator(bytes)) {
      body.write(out);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible); // memory does not fail to take bytes
    }
    return bytes.toByteArray();
  }

  private static void text(JsonGenerator out, String name, String value) throws IOException {
    if (value != null) {
      out.writeStringField(name, value);
    }
  }

  private static String time(Instant instant) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(CityTime.offset(instant));
  }
}
