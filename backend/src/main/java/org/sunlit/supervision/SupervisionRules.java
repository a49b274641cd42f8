package org.sunlit.supervision;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.sunlit.supervision.rules.Parameters;
import org.sunlit.supervision.rules.RuleBook;
import org.sunlit.supervision.rules.RuleHead;

/** The rules with the words of {@code supervision/rules.json}, read once at the start. */
@ApplicationScoped
class SupervisionRules {
  private static final String FILE = "/supervision/rules.json";

  @Produces
  @Singleton
  RuleBook book(SupervisionSettings settings) {
    return read(settings.parameters());
  }

  /** The rules as they ship, set like this. */
  static RuleBook read(Parameters parameters) {
    try (InputStream file = SupervisionRules.class.getResourceAsStream(FILE)) {
      List<RuleHead> heads = new ObjectMapper().readValue(file, new TypeReference<>() {});
      return RuleBook.of(heads, parameters);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(FILE, unreadable);
    }
  }
}
