package org.sunlit.powerlist;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.security.PermissionsAllowed;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.sunlit.api.ImportsApi;
import org.sunlit.api.model.ModelImport;
import org.sunlit.identity.Actor;
import org.sunlit.identity.CurrentActor;
import org.sunlit.identity.Permission;
import org.sunlit.platform.Reply;
import org.sunlit.platform.Workers;
import org.sunlit.problem.BodyLimits;
import org.sunlit.problem.Language;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/** Bringing a power list in: for those who keep it. */
@PermissionsAllowed(Permission.Codes.POWER_LIST_EDIT)
class ImportsResource implements ImportsApi {
  private static final long MOST_BYTES = 20L << 20;
  private static final int LONGEST_FILE_NAME = 200;
  private static final int LONGEST_REGION_NAME = 100;

  private final ImportService imports;
  private final CurrentActor actor;
  private final CurrentVertxRequest request;
  private final Clock clock;
  private final ObjectMapper json;

  ImportsResource(
      ImportService imports,
      CurrentActor actor,
      CurrentVertxRequest request,
      Clock clock,
      ObjectMapper json) {
    this.imports = imports;
    this.actor = actor;
    this.request = request;
    this.clock = clock;
    this.json = json;
  }

  @Override
  public Uni<ModelImport> startImport(
      FileUpload file,
      String idempotencyKey,
      String mapping,
      Boolean dryRun,
      LocalDate effectiveFrom,
      String regionName) {
    if (file == null) {
      throw Problem.of(ProblemType.INVALID_REQUEST).at("file", "field.multipart-file");
    }
    if (file.size() > MOST_BYTES) {
      throw Problem.of(ProblemType.TOO_LARGE, BodyLimits.text(MOST_BYTES));
    }
    Map<String, String> columns = mapping(mapping);
    checkRegionName(regionName);
    String startedBy = startedBy(actor.get());
    EditRights rights = EditRights.of(actor.get());
    RoutingContext http = request.getCurrent();
    LocalDate from = effectiveFrom == null ? LocalDate.now(clock) : effectiveFrom;
    if (from.getYear() < 1949 || from.getYear() > 2200) {
      throw Problem.of(ProblemType.INVALID_REQUEST).at("effectiveFrom", "field.type-date");
    }
    return Workers.call(() -> bytes(file))
        .flatMap(
            bytes ->
                imports.take(
                    new ImportRequest(
                        UUID.randomUUID(),
                        fileName(file),
                        bytes,
                        columns,
                        Boolean.TRUE.equals(dryRun),
                        from,
                        regionName,
                        startedBy,
                        rights),
                    idempotencyKey))
        .map(reply -> answer(http, reply));
  }

  private ModelImport answer(RoutingContext http, Reply reply) {
    reply.headers().forEach(http.response()::putHeader);
    try {
      return json.readValue(reply.body(), ModelImport.class);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("It was written a moment ago", impossible);
    }
  }

  private static byte[] bytes(FileUpload file) {
    try {
      return Files.readAllBytes(file.uploadedFile());
    } catch (IOException unreadable) {
      throw new UncheckedIOException("The uploaded file can't be read", unreadable);
    }
  }

  private static String startedBy(Actor actor) {
    return actor.displayName() == null ? actor.accountId() : actor.displayName();
  }

  /** The name without any path, for showing only. */
  private static String fileName(FileUpload file) {
    String name = file.fileName() == null ? "" : file.fileName().replaceAll(".*[/\\\\]", "");
    String shown = ImportError.visible(name).strip();
    if (shown.isEmpty()) {
      return "-";
    }
    return shown.codePointCount(0, shown.length()) <= LONGEST_FILE_NAME
        ? shown
        : shown.substring(0, shown.offsetByCodePoints(0, LONGEST_FILE_NAME));
  }

  private static void checkRegionName(String regionName) {
    if (regionName == null) {
      return;
    }
    if (regionName.length() > LONGEST_REGION_NAME) {
      throw Problem.of(ProblemType.UNPROCESSABLE)
          .at("regionName", "field.size-max", LONGEST_REGION_NAME);
    }
    ItemRules.controlCharacter(regionName)
        .ifPresent(
            name -> {
              throw Problem.of(ProblemType.UNPROCESSABLE)
                  .at("regionName", "import.control-character", name);
            });
  }

  private Map<String, String> mapping(String text) {
    if (text == null || text.isBlank()) {
      return Map.of();
    }
    Map<String, String> mapping = new LinkedHashMap<>();
    try {
      Map<String, String> read =
          json.readValue(text, new TypeReference<LinkedHashMap<String, String>>() {});
      if (read == null) {
        return Map.of();
      }
      read.forEach((header, field) -> mapping.put(header, field == null ? "" : field.strip()));
    } catch (JsonProcessingException notAnObject) {
      throw Problem.of(ProblemType.INVALID_REQUEST).at("mapping", "field.mapping");
    }
    mapping.forEach(
        (header, field) -> {
          if (!field.isEmpty() && ItemField.find(field).isEmpty()) {
            throw Problem.of(ProblemType.UNPROCESSABLE)
                .at("mapping/" + pointer(header), "field.unknown-value", ItemField.words());
          }
        });
    return mapping;
  }

  /** RFC 6901 section 3. */
  private static String pointer(String header) {
    return ImportError.visible(header).replace("~", "~0").replace("/", "~1");
  }

  @Override
  public Uni<List<ModelImport>> listImports() {
    Language language = language();
    return imports
        .latest()
        .map(all -> all.stream().map(one -> ImportMapper.toApi(one, language)).toList());
  }

  @Override
  public Uni<ModelImport> getImport(UUID id) {
    Language language = language();
    return imports
        .find(id)
        .map(
            found ->
                found
                    .map(one -> ImportMapper.toApi(one, language))
                    .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND)));
  }

  private Language language() {
    return Language.of(request.getCurrent().request().getHeader(HttpHeaders.ACCEPT_LANGUAGE));
  }
}
