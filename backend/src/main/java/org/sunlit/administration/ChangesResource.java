package org.sunlit.administration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import java.util.List;
import org.sunlit.administration.AdministrativeChanges.Listed;
import org.sunlit.api.ChangesApi;
import org.sunlit.api.model.Change;
import org.sunlit.api.model.ChangePage;
import org.sunlit.api.model.ChangedField;
import org.sunlit.identity.CurrentActor;
import org.sunlit.platform.CityTime;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/** What was changed: for everybody signed in, each what they could have changed themselves. */
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
  @Authenticated
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
        .nextCursor(found.size() > size ? String.valueOf(shown.get(size - 1).id()) : null);
  }

  private Change change(Listed one) {
    return new Change()
        .id(one.id())
        .at(CityTime.offset(one.at()))
        .actor(one.actor())
        .actorName(one.actorName())
        .action(one.action())
        .kind(one.kind())
        .subject(one.subject())
        .subjectName(one.subjectName())
        .subjectNameEn(one.subjectNameEn())
        .effectiveFrom(one.effectiveFrom())
        .fields(fields(one.fields()));
  }

  private List<ChangedField> fields(String stored) {
    try {
      return json.readValue(stored, new TypeReference<List<ChangedField>>() {});
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("What is stored can be read", impossible);
    }
  }

  private static Long place(String cursor) {
    if (cursor == null || cursor.isEmpty()) {
      return null;
    }
    try {
      return Long.valueOf(cursor);
    } catch (NumberFormatException unreadable) {
      throw Problem.of(ProblemType.INVALID_REQUEST).at("cursor", "field.cursor");
    }
  }
}
