package org.sunlit.problem;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jsr310.deser.InstantDeserializer;
import com.fasterxml.jackson.datatype.jsr310.deser.LocalDateDeserializer;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/** Days and moments in JSON, held to {@link WrittenTimes}. */
@Singleton
class StrictTimes implements ObjectMapperCustomizer {
  /** After Jackson's own module for times: the last to come is asked first. */
  @Override
  public int priority() {
    return MINIMUM_PRIORITY;
  }

  @Override
  public void customize(ObjectMapper mapper) {
    mapper.registerModule(
        new SimpleModule("sunlit-times")
            .addDeserializer(LocalDate.class, new DayDeserializer())
            .addDeserializer(OffsetDateTime.class, new MomentDeserializer()));
  }

  private static final class DayDeserializer extends StdScalarDeserializer<LocalDate> {
    DayDeserializer() {
      super(LocalDate.class);
    }

    @Override
    public LocalDate deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      LocalDate day = LocalDateDeserializer.INSTANCE.deserialize(parser, context);
      try {
        return day == null ? null : WrittenTimes.checked(day);
      } catch (DateTimeException unkept) {
        throw context.weirdStringException(day.toString(), LocalDate.class, unkept.getMessage());
      }
    }
  }

  private static final class MomentDeserializer extends StdScalarDeserializer<OffsetDateTime> {
    MomentDeserializer() {
      super(OffsetDateTime.class);
    }

    @Override
    public OffsetDateTime deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      OffsetDateTime moment = InstantDeserializer.OFFSET_DATE_TIME.deserialize(parser, context);
      try {
        return moment == null ? null : WrittenTimes.checked(moment);
      } catch (DateTimeException unkept) {
        throw context.weirdStringException(
            moment.toString(), OffsetDateTime.class, unkept.getMessage());
      }
    }
  }
}
