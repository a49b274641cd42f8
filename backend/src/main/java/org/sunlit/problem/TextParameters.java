package org.sunlit.problem;

import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/**
 * Texts of parameters and of form fields, held to the same as those of JSON: a character that
 * nobody can keep is refused by the name of its field; see {@link Characters}.
 */
@Provider
public class TextParameters implements ParamConverterProvider {
  @Override
  public <T> ParamConverter<T> getConverter(Class<T> raw, Type type, Annotation[] annotations) {
    if (raw != String.class) {
      return null;
    }
    String name = Parameters.declared(annotations, raw).name();
    @SuppressWarnings("unchecked")
    ParamConverter<T> text = (ParamConverter<T>) new TextConverter(name);
    return text;
  }

  private record TextConverter(String name) implements ParamConverter<String> {
    @Override
    public String fromString(String text) {
      int index = text == null ? Characters.NONE : Characters.firstForbidden(text);
      if (index != Characters.NONE) {
        throw Problem.of(ProblemType.INVALID_REQUEST)
            .at(name, "field.forbidden-character", index + 1);
      }
      return text;
    }

    @Override
    public String toString(String text) {
      return text;
    }
  }
}
