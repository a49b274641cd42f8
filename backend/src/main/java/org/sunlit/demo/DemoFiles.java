package org.sunlit.demo;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.sunlit.document.UnitWords;
import org.sunlit.identity.Actor;
import org.sunlit.identity.Role;
import org.sunlit.powerlist.DepartmentDraft;
import org.sunlit.powerlist.ItemDraft;
import org.sunlit.powerlist.RegionDraft;
import org.sunlit.powerlist.flow.FlowDefinition;
import org.sunlit.powerlist.flow.FlowJson;

/** The demonstration city as it is written down under {@code resources/demo}. */
final class DemoFiles {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private record People(List<DemoPerson> staff) {}

  private DemoFiles() {}

  static List<RegionDraft> regions() {
    return read("regions.json", new TypeReference<>() {});
  }

  static List<DepartmentDraft> departments() {
    return read("departments.json", new TypeReference<>() {});
  }

  static List<DemoPerson> people() {
    return read("people.json", new TypeReference<People>() {}).staff();
  }

  /** The people, able to act. */
  static List<Actor> actors() {
    return people().stream().map(person -> person.staffAccount().actor()).toList();
  }

  static Actor actor(String account) {
    return actor(one -> one.accountId().equals(account));
  }

  /** The first of those with the role. */
  static Actor actor(Role role) {
    return actor(one -> one.is(role));
  }

  private static Actor actor(Predicate<Actor> wanted) {
    return actors().stream().filter(wanted).findFirst().orElseThrow();
  }

  static List<UnitWords> documentUnits() {
    return read("document-units.json", new TypeReference<>() {});
  }

  /** Every department's items, each with the flow it names. */
  static List<ItemDraft> items() {
    Map<String, FlowDefinition> flows = new HashMap<>();
    List<ItemDraft> items = new ArrayList<>();
    for (DepartmentDraft department : departments()) {
      List<DemoItem> written =
          read("items/" + department.code() + ".json", new TypeReference<>() {});
      written.forEach(item -> items.add(item.draft(code -> flow(flows, code))));
    }
    return items;
  }

  private static FlowDefinition flow(Map<String, FlowDefinition> flows, String code) {
    return flows.computeIfAbsent(
        code,
        unread ->
            FlowJson.readWritten(
                    new String(bytes("flows/" + code + ".json"), StandardCharsets.UTF_8))
                .running());
  }

  static <T> T read(String file, TypeReference<T> type) {
    try {
      return JSON.readValue(bytes(file), type);
    } catch (IOException broken) {
      throw new UncheckedIOException("The demonstration's " + file + " can't be read", broken);
    }
  }

  /** A copy outside the archive, for whoever reads files; whoever asks deletes it. */
  static Path copy(String file) {
    try {
      return Files.write(Files.createTempFile("demo", null), bytes(file));
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
  }

  static byte[] bytes(String file) {
    try (InputStream stream = DemoFiles.class.getResourceAsStream("/demo/" + file)) {
      if (stream == null) {
        throw new IllegalStateException("The demonstration's " + file + " is missing");
      }
      return stream.readAllBytes();
    } catch (IOException broken) {
      throw new UncheckedIOException("The demonstration's " + file + " can't be read", broken);
    }
  }
}
