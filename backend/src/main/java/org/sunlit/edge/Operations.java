package org.sunlit.edge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which operation of the contract a request asks for, found without asking any resource. The
 * contract is read once, at start.
 */
@Singleton
public class Operations {
  private static final String CONTRACT = "META-INF/openapi.yaml";
  private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
  private static final String ANY = "{}";

  /** A place in the tree of path segments. */
  private static final class Place {
    final Map<String, Place> next = new HashMap<>();
    final Map<String, Operation> operations = new HashMap<>();
  }

  private final Place root = new Place();
  private final List<Operation> all = new ArrayList<>();

  Operations() {
    this(contract());
  }

  Operations(JsonNode contract) {
    contract
        .path("paths")
        .fields()
        .forEachRemaining(
            path ->
                path.getValue()
                    .fields()
                    .forEachRemaining(
                        method -> {
                          if (METHODS.contains(method.getKey())) {
                            add(operation(path.getKey(), method.getKey(), method.getValue()));
                          }
                        }));
  }

  private static JsonNode contract() {
    try (InputStream in =
        Thread.currentThread().getContextClassLoader().getResourceAsStream(CONTRACT)) {
      return new YAMLMapper().readTree(in);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Operation operation(String path, String method, JsonNode said) {
    String id = said.path("operationId").asText();
    String permission = said.path("x-permission").asText("none");
    Cost cost =
        said.has("x-cost")
            ? Cost.of(said.get("x-cost").asText())
            : method.equals("get") ? Cost.READ : Cost.WRITE;
    boolean unobserved = said.path("x-unobserved").asBoolean(false);
    return new Operation(id, method.toUpperCase(Locale.ROOT), path, permission, cost, unobserved);
  }

  private void add(Operation operation) {
    all.add(operation);
    Place place = root;
    for (String segment : operation.path().split("/")) {
      String key = segment.startsWith("{") ? ANY : segment;
      place = place.next.computeIfAbsent(key, ignored -> new Place());
    }
    place.operations.put(operation.method(), operation);
  }

  /** All of them, in the contract's order. */
  public List<Operation> all() {
    return List.copyOf(all);
  }

  /**
   * The operation of a request; empty when the contract has none there.
   *
   * @param method in capitals; HEAD is asked for like GET
   * @param path normalised, without the query
   */
  public Optional<Operation> of(String method, String path) {
    Place found = find(root, path, 0);
    String asked = method.equals("HEAD") ? "GET" : method;
    return found == null ? Optional.empty() : Optional.ofNullable(found.operations.get(asked));
  }

  /** A name that is said goes before a parameter that takes any. */
  private static Place find(Place place, String path, int from) {
    if (from > path.length()) {
      return place.operations.isEmpty() ? null : place;
    }
    int slash = path.indexOf('/', from);
    int end = slash < 0 ? path.length() : slash;
    Place said = place.next.get(path.substring(from, end));
    Place found = said == null ? null : find(said, path, end + 1);
    if (found != null || end == from) {
      return found;
    }
    Place any = place.next.get(ANY);
    return any == null ? null : find(any, path, end + 1);
  }
}
