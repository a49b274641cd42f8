package org.sunlit.administration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.sunlit.administration.AdministrativeChanges.After;
import org.sunlit.administration.AdministrativeChanges.Listed;
import org.sunlit.api.ChangesApi;
import org.sunlit.api.model.Change;
import org.sunlit.api.model.ChangePage;
import org.sunlit.identity.CurrentActor;
import org.sunlit.platform.CityTime;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/** What was changed: for everybody signed in, each what they could have changed themselves. */
@Authenticated
class ChangesResource implements ChangesApi {
  private static final int USUAL_PAGE = 20;

  private final AdministrativeChanges changes;
  private final CurrentActor actor;
  private final ObjectMapper json;

  ChangesResource(AdministrativeChanges changes, CurrentActor actor, ObjectMapper json) {
    this.changes = changes;
    this.actor = actor;
    this.json = json;
  }

  @Override
  public Uni<ChangePage> listChanges(String kind, String subject, Integer limit, String cursor) {
    int size = limit == null ? USUAL_PAGE : limit;
    return changes
        .newest(actor.get(), kind, subject, place(cursor), size + 1)
        .map(found -> page(found, size));
  }

  private ChangePage page(List<Listed> found, int size) {
    List<Listed> shown = found.subList(0, Math.min(size, found.size()));
    return new ChangePage()
        .items(shown.stream().map(this::change).toList())
        .nextCursor(found.size() > size ? cursor(shown.get(size - 1)) : null);
  }

  private Change change(Listed one) {
    return new Change()
        .id(one.id())
        .at(CityTime.offset(one.at()))
        .actor(one.actor())
        .actorName(one.actorName())
        .kind(one.kind())
        .subject(one.subject())
        .subjectName(one.subjectName())
        .subjectNameEn(one.subjectNameEn())
        .before(object(one.before()))
        .after(object(one.after()))
        .effectiveFrom(one.effectiveFrom());
  }

  private Map<String, Object> object(String stored) {
    if (stored == null) {
      return null;
    }
    try {
      return json.readValue(stored, new TypeReference<Map<String, Object>>() {});
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("What is stored can be read", impossible);
    }
  }

  private static String cursor(Listed last) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString((last.at() + " " + last.id()).getBytes(StandardCharsets.UTF_8));
  }

  private static After place(String cursor) {
    if (cursor == null || cursor.isEmpty()) {
      return null;
    }
    try {
      String[] parts =
          new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split(" ");
      return new After(Instant.parse(parts[0]), UUID.fromString(parts[1]));
    } catch (IllegalArgumentException
        | DateTimeException
        | ArrayIndexOutOfBoundsException unreadable) {
      throw Problem.of(ProblemType.INVALID_REQUEST).at("cursor", "field.cursor");
    }
  }
}
