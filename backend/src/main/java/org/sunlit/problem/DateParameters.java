package org.sunlit.problem;

import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.LocalDate;

/** Dates of parameters, as the contract writes them; see {@link Years}. */
@Provider
public class DateParameters implements ParamConverterProvider {
  @Override
  public <T> ParamConverter<T> getConverter(Class<T> raw, Type type, Annotation[] annotations) {
    if (raw != LocalDate.class) {
      return null;
    }
    @SuppressWarnings("unchecked")
    ParamConverter<T> date = (ParamConverter<T>) new DateConverter();
    return date;
  }

  private static final class DateConverter implements ParamConverter<LocalDate> {
    @Override
    public LocalDate fromString(String text) {
      if (text == null) {
        return null;
      }
      LocalDate date = LocalDate.parse(text);
      if (!Years.haveFourDigits(date)) {
        throw new IllegalArgumentException("Not a year of four digits");
      }
      return date;
    }

    @Override
    public String toString(LocalDate date) {
      return date.toString();
    }
  }
}
