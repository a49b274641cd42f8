package org.sunlit.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/**
 * The contract in parts: all paths of one resource, such as {@code cases} in {@code
 * /api/v1/cases/{caseNumber}}, with the components they need and no others.
 *
 * <p>The validator takes every component into every schema it prepares and keeps a hundred of them.
 * Given the whole contract it prepares most of them again and again, each for tens of milliseconds.
 */
final class ContractParts {
  private static final String COMPONENTS = "#/components/";

  private final JsonNode whole;

  ContractParts(Path contract) {
    try {
      whole = new YAMLMapper().readTree(contract.toFile());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The resource of a path, which is its third segment; empty where it has none. */
  static String resourceOf(String path) {
    String[] segments = path.split("/", 5);
    return segments.length > 3 ? segments[3] : "";
  }

  /** What the contract says of this resource, as a contract of its own, in JSON. */
  String of(String resource) {
    ObjectNode part = whole.deepCopy();
    ObjectNode paths = (ObjectNode) part.get("paths");
    paths.properties().removeIf(path -> !resourceOf(path.getKey()).equals(resource));
    ObjectNode components = part.putObject("components");
    components.set("securitySchemes", whole.at("/components/securitySchemes"));
    take(paths, components, new HashSet<>());
    return part.toString();
  }

  /** Takes over what this refers to, and what that refers to. */
  private void take(JsonNode node, ObjectNode components, Set<String> taken) {
    if (node.isTextual() && node.textValue().startsWith(COMPONENTS)) {
      String reference = node.textValue();
      if (taken.add(reference)) {
        String[] names = reference.substring(COMPONENTS.length()).split("/", 2);
        JsonNode target = whole.at(reference.substring(1));
        components.withObjectProperty(names[0]).set(names[1], target);
        take(target, components, taken);
      }
    }
    node.forEach(each -> take(each, components, taken));
  }
}
