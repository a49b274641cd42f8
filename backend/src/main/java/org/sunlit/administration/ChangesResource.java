package org.sunlit.administration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import java.util.List;
import org.sunlit.api.ChangesApi;
import org.sunlit.api.model.Change;
import org.sunlit.api.model.ChangePage;
import org.sunlit.api.model.ChangedField;
import org.sunlit.identity.CurrentActor;
import org.sunlit.platform.CityTime;

/** What was changed: for everybody signed in, each what they could have changed themselves. */
class ChangesResource implements ChangesApi {
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
  public Uni<ChangePage> listChanges(
      String kind, String subject, String department, Integer limit, String cursor) {
    return changes
        .newest(
            ChangeSearch.of(actor.get(), kind, subject, department),
            ChangeSearch.Place.of(limit, cursor))
        .map(this::page);
  }

  private ChangePage page(AdministrativeChanges.Page page) {
    return new ChangePage()
        .items(page.changes().stream().map(this::change).toList())
        .total(page.total())
        .nextCursor(page.next() == null ? null : page.next().toString());
  }

  private Change change(RecordedChange one) {
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
        .effectiveFrom(one.effectiveFrom().atZone(CityTime.ZONE).toLocalDate())
        .effectiveAt(CityTime.offset(one.effectiveFrom()))
        .fields(fields(one.fields()));
  }

  private List<ChangedField> fields(String stored) {
    try {
      return json.readValue(stored, new TypeReference<List<ChangedField>>() {});
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("What is stored can be read", impossible);
    }
  }
}
