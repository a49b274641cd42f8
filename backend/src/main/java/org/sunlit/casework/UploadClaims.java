package org.sunlit.casework;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.StoredJson;
import org.sunlit.privacy.DataKey;
import org.sunlit.privacy.Vault;
import org.sunlit.privacy.WrappedKey;
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
        returning id, content_type, size, sealed
      ), key as (
        delete from vault_key k using taken where k.subject = 'upload:' || taken.id
        returning k.subject, k.master, k.wrapped
      )
      select cast(json_agg(json_build_object('id', t.id, 'contentType', t.content_type, 'size', t.size,
        'sealed', encode(t.sealed, 'base64'), 'master', k.master, 'wrapped', encode(k.wrapped, 'base64'))) as text)
      from taken t join key k on k.subject = 'upload:' || t.id
      """;

  private record Taken(
      UUID id, String contentType, long size, String sealed, String master, String wrapped) {}

  private final Vault vault;

  UploadClaims(Vault vault) {
    this.vault = vault;
  }

  /**
   * Takes the uploads out of the waiting ones, in the caller's transaction.
   *
   * @param eventNumber of the event they come with
   * @param key the case's, under which the files' keys are wrapped from now on
   * @throws Problem 422 naming each upload that isn't there: never was, is used or is too old
   */
  Uni<List<StoredMaterial>> take(
      Mutiny.Session session, List<HandedIn> materials, int eventNumber, Instant now, DataKey key) {
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
        .map(taken -> received(materials, taken, eventNumber, now, key));
  }

  private List<StoredMaterial> received(
      List<HandedIn> materials, String taken, int eventNumber, Instant now, DataKey key) {
    Map<UUID, Taken> byId =
        taken == null
            ? Map.of()
            : Stream.of(StoredJson.read(taken, Taken[].class))
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
        received.add(received(one.code(), upload, eventNumber, now, key));
      }
    }
    if (missing != null) {
      throw missing;
    }
    return received;
  }

  private StoredMaterial received(
      String code, Taken upload, int eventNumber, Instant now, DataKey key) {
    Base64.Decoder base64 = Base64.getMimeDecoder();
    DataKey own =
        vault.unwrap(
            new WrappedKey(
                UploadSeals.subject(upload.id()),
                upload.master(),
                base64.decode(upload.wrapped())));
    CaseSeals.Label label = UploadSeals.openLabel(own, base64.decode(upload.sealed()));
    return new StoredMaterial(
        upload.id(),
        eventNumber,
        code,
        label.fileName(),
        upload.contentType(),
        upload.size(),
        label.sha256(),
        label.origin(),
        CaseSeals.wrap(key, upload.id(), own),
        now);
  }
}
