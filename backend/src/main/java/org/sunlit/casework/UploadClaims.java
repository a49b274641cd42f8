package org.sunlit.casework;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;
import org.sunlit.platform.CityTime;
import org.sunlit.problem.Problem;
import org.sunlit.problem.ProblemType;

/** Makes uploads the materials of a case: each of them once, and only while it is fresh. */
@ApplicationScoped
class UploadClaims {
  /** How long an upload waits for its application. */
  static final Duration LIFE = Duration.ofHours(24);

  private static final String TAKE =
      """
      with taken as (
        delete from upload where id = any (cast(cast(:ids as text) as uuid[])) and uploaded_at > :since
        returning id, file_name, content_type, size, sha256
      )
      select cast(json_agg(json_build_object('id', id, 'fileName', file_name, 'contentType', content_type,
        'size', size, 'sha256', encode(sha256, 'hex'))) as text) from taken
      """;

  private record Taken(UUID id, String fileName, String contentType, long size, String sha256) {}

  /**
   * Takes the uploads out of the waiting ones, in the caller's transaction.
   *
   * @param eventNumber of the event they come with
   * @throws Problem 422 naming each upload that isn't there: never was, is used or is too old
   */
  Uni<List<StoredMaterial>> take(
      Mutiny.Session session, List<HandedIn> materials, int eventNumber, Instant now) {
    List<HandedIn> uploaded = materials.stream().filter(one -> one.uploadId() != null).toList();
    if (uploaded.isEmpty()) {
      return Uni.createFrom().item(List.of());
    }
    return session
        .createNativeQuery(TAKE, String.class)
        .setParameter(
            "ids",
            uploaded.stream()
                .map(one -> one.uploadId().toString())
                .collect(Collectors.joining(",", "{", "}")))
        .setParameter("since", CityTime.offset(now.minus(LIFE)))
        .getSingleResultOrNull()
        .map(taken -> received(materials, taken, eventNumber, now));
  }

  private static List<StoredMaterial> received(
      List<HandedIn> materials, String taken, int eventNumber, Instant now) {
    Map<UUID, Taken> byId =
        taken == null
            ? Map.of()
            : Stream.of(CaseJson.read(taken, Taken[].class))
                .collect(Collectors.toMap(Taken::id, Function.identity()));
    List<StoredMaterial> received = new ArrayList<>();
    Problem missing = null;
    for (int place = 0; place < materials.size(); place++) {
      HandedIn one = materials.get(place);
      if (one.uploadId() == null) {
        continue;
      }
      Taken upload = byId.get(one.uploadId());
      if (upload == null) {
        missing =
            (missing == null ? Problem.of(ProblemType.UNPROCESSABLE) : missing)
                .at("/materials/" + place + "/uploadId", "apply.upload-gone");
      } else {
        received.add(
            new StoredMaterial(
                upload.id(),
                eventNumber,
                one.code(),
                upload.fileName(),
                upload.contentType(),
                upload.size(),
                upload.sha256(),
                now));
      }
    }
    if (missing != null) {
      throw missing;
    }
    return received;
  }
}
