package org.sunlit;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openapitools.openapidiff.core.OpenApiCompare;
import org.openapitools.openapidiff.core.model.ChangedOpenApi;
import org.openapitools.openapidiff.core.model.ChangedOperation;

/**
 * Other programs rely on the contract: a change that would break them fails here.
 *
 * <p>The contract is compared with the one that landed before: that of {@code origin/main} where
 * this work starts from, or of the commit before when this is {@code origin/main}; {@code
 * SUNLIT_CONTRACT_BASE} names another commit. A break that is meant is written down as an ADR with
 * the line that the failure names.
 */
class ContractCompatibilityTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final String CONTRACT = "openapi.yaml";
  private static final String ACCEPTED = "Breaks the contract of: ";

  @Test
  void breaksNobodyWhoReliesOnTheContract() throws Exception {
    Optional<String> base = base();
    assumeTrue(
        base.isPresent(), "SKIPPED: no earlier contract to compare with (no git history here)");
    Optional<String> blob = git("rev-parse", base.get() + ":" + CONTRACT);
    assumeTrue(blob.isPresent(), "SKIPPED: " + base.get() + " has no " + CONTRACT);
    String before = git("show", base.get() + ":" + CONTRACT).orElseThrow();
    String now = Files.readString(ROOT.resolve(CONTRACT));

    List<String> breaks = breaks(before, now);

    String line = ACCEPTED + blob.get().substring(0, 12);
    assertTrue(
        breaks.isEmpty() || isAccepted(line),
        () ->
            "openapi.yaml breaks clients of "
                + base.get()
                + ":\n  "
                + String.join("\n  ", breaks)
                + "\nIf that is meant, write an ADR in backend/docs/adr that says why and has the"
                + " line\n  "
                + line);
  }

  @Test
  void noticesABreak() {
    String before = contract("{ name: q, in: query, schema: { type: string } }");
    String now = contract("{ name: q, in: query, required: true, schema: { type: string } }");
    assertFalse(breaks(before, now).isEmpty());
    assertTrue(breaks(now, before).isEmpty());
  }

  private static String contract(String parameter) {
    return """
        openapi: 3.0.3
        info: { title: t, version: '1' }
        paths:
          /things:
            get:
              parameters: [ %s ]
              responses: { '200': { description: Things } }
        """
        .formatted(parameter);
  }

  private static List<String> breaks(String before, String now) {
    ChangedOpenApi changes = OpenApiCompare.fromContents(before, now);
    List<String> breaks = new ArrayList<>();
    if (changes.isCompatible()) {
      return breaks;
    }
    changes
        .getMissingEndpoints()
        .forEach(
            endpoint -> breaks.add("gone: " + endpoint.getMethod() + " " + endpoint.getPathUrl()));
    for (ChangedOperation operation : changes.getChangedOperations()) {
      if (!operation.isCompatible()) {
        breaks.add(operation.getHttpMethod() + " " + operation.getPathUrl());
      }
    }
    if (breaks.isEmpty()) {
      breaks.add("something outside the operations");
    }
    return breaks;
  }

  private static boolean isAccepted(String line) throws IOException {
    try (Stream<Path> decisions = Files.list(ROOT.resolve("backend/docs/adr"))) {
      for (Path decision : decisions.filter(path -> path.toString().endsWith(".md")).toList()) {
        if (Files.readString(decision).contains(line)) {
          return true;
        }
      }
    }
    return false;
  }

  private static Optional<String> base() throws Exception {
    String named = System.getenv("SUNLIT_CONTRACT_BASE");
    if (named != null && !named.isBlank()) {
      return Optional.of(named);
    }
    Optional<String> head = git("rev-parse", "HEAD");
    Optional<String> landed = git("merge-base", "HEAD", "origin/main");
    if (landed.isPresent() && !landed.equals(head)) {
      return landed;
    }
    return git("rev-parse", "HEAD~1");
  }

  private static Optional<String> git(String... words) throws Exception {
    List<String> command = new ArrayList<>(List.of("git", "-C", ROOT.toString()));
    command.addAll(List.of(words));
    try {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return process.waitFor() == 0 ? Optional.of(output.strip()) : Optional.empty();
    } catch (IOException noGit) {
      return Optional.empty();
    }
  }
}
