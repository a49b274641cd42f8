package org.sunlit.problem;

import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;

/** The parameters of a resource method, as the generated interface declares them. */
final class Parameters {
  private Parameters() {}

  /** Where a parameter comes from. */
  enum Place {
    PATH,
    QUERY,
    HEADER,
    COOKIE,
    FORM,
    BODY
  }

  /**
   * One parameter.
   *
   * @param name its name in the contract; empty for the body
   */
  record Declared(Place place, String name, Class<?> type) {}

  /** The method's parameters; annotations are looked for on the interfaces too. */
  static List<Declared> of(Method method) {
    Method declaring = annotated(method);
    List<Declared> parameters = new ArrayList<>();
    for (Parameter parameter : declaring.getParameters()) {
      parameters.add(declared(parameter));
    }
    return parameters;
  }

  private static Method annotated(Method method) {
    for (Class<?> type = method.getDeclaringClass(); type != null; type = type.getSuperclass()) {
      for (Class<?> contract : type.getInterfaces()) {
        try {
          return contract.getMethod(method.getName(), method.getParameterTypes());
        } catch (NoSuchMethodException notThisOne) {
          continue;
        }
      }
    }
    return method;
  }

  private static Declared declared(Parameter parameter) {
    Class<?> type = parameter.getType();
    for (Annotation annotation : parameter.getAnnotations()) {
      Optional<Declared> found = declared(annotation, type);
      if (found.isPresent()) {
        return found.get();
      }
    }
    return new Declared(Place.BODY, "", type);
  }

  private static Optional<Declared> declared(Annotation annotation, Class<?> type) {
    if (annotation instanceof PathParam path) {
      return Optional.of(new Declared(Place.PATH, path.value(), type));
    }
    if (annotation instanceof QueryParam query) {
      return Optional.of(new Declared(Place.QUERY, query.value(), type));
    }
    if (annotation instanceof HeaderParam header) {
      return Optional.of(new Declared(Place.HEADER, header.value(), type));
    }
    if (annotation instanceof CookieParam cookie) {
      return Optional.of(new Declared(Place.COOKIE, cookie.value(), type));
    }
    if (annotation instanceof FormParam form) {
      return Optional.of(new Declared(Place.FORM, form.value(), type));
    }
    if (annotation instanceof RestForm form) {
      return Optional.of(new Declared(Place.FORM, form.value(), type));
    }
    return Optional.empty();
  }

  /** True when the text can be read as the type; types that nobody knows here always can. */
  static boolean reads(String text, Class<?> type) {
    try {
      if (type == Integer.class || type == int.class) {
        Integer.parseInt(text);
      } else if (type == Long.class || type == long.class) {
        Long.parseLong(text);
      } else if (type == Boolean.class || type == boolean.class) {
        return text.equals("true") || text.equals("false");
      } else if (type == UUID.class) {
        return UUID.fromString(text).toString().equalsIgnoreCase(text);
      } else if (type == LocalDate.class) {
        WrittenTimes.checked(LocalDate.parse(text));
      } else if (type == OffsetDateTime.class) {
        WrittenTimes.checked(OffsetDateTime.parse(text));
      } else if (type.isEnum()) {
        return Arrays.stream(type.getEnumConstants()).anyMatch(c -> c.toString().equals(text));
      }
      return true;
    } catch (IllegalArgumentException | DateTimeException unreadable) {
      return false;
    }
  }
}
