package org.sunlit.problem;

import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.function.Function;

/**
 * Texts, days and moments of parameters and of form fields, held to the same as those of JSON: none
 * has a character that nobody can keep (see {@link Characters}), and none is of a year that nobody
 * can (see {@link WrittenTimes}). Which one was is found out by {@link ExceptionMappers}, for a
 * converter isn't told the name of an inherited parameter.
 */
@Provider
public class TextParameters implements ParamConverterProvider {
  @Override
  public <T> ParamConverter<T> getConverter(Class<T> raw, Type type, Annotation[] annotations) {
    if (raw == String.class) {
      return converter(text -> raw.cast(checked(text)));
    }
    if (raw == LocalDate.class) {
      return converter(text -> raw.cast(WrittenTimes.checked(LocalDate.parse(text))));
    }
    if (raw == OffsetDateTime.class) {
      return converter(text -> raw.cast(WrittenTimes.checked(OffsetDateTime.parse(text))));
    }
    return null;
  }

  private static String checked(String text) {
    if (Characters.firstForbidden(text) != Characters.NONE) {
      throw new IllegalArgumentException("Forbidden character");
    }
    return text;
  }

  private static <T> ParamConverter<T> converter(Function<String, T> reading) {
    return new ParamConverter<>() {
      @Override
      public T fromString(String text) {
        if (text == null) {
          return null;
        }
        try {
          return reading.apply(text);
        } catch (DateTimeException unreadable) {
          throw new IllegalArgumentException(unreadable);
        }
      }

      @Override
      public String toString(T value) {
        return value.toString();
      }
    };
  }
}
