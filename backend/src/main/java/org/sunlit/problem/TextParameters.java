package org.sunlit.problem;

import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/**
 * Texts of parameters and of form fields, held to the same as those of JSON: none has a character
 * that nobody can keep; see {@link Characters}. Which one had is found out by {@link
 * ExceptionMappers}, for a converter isn't told the name of an inherited parameter.
 */
@Provider
public class TextParameters implements ParamConverterProvider {
  @Override
  public <T> ParamConverter<T> getConverter(Class<T> raw, Type type, Annotation[] annotations) {
    if (raw != String.class) {
      return null;
    }
    @SuppressWarnings("unchecked")
    ParamConverter<T> text = (ParamConverter<T>) new TextConverter();
    return text;
  }

  private static final class TextConverter implements ParamConverter<String> {
    @Override
    public String fromString(String text) {
      if (text != null && Characters.firstForbidden(text) != Characters.NONE) {
        throw new IllegalArgumentException("Forbidden character");
      }
      return text;
    }

    @Override
    public String toString(String text) {
      return text;
    }
  }
}
