package org.sunlit.casework;

import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sunlit.casework.rules.CaseEvent;
import org.sunlit.platform.StoredJson;
import org.sunlit.privacy.DataKey;
import org.sunlit.privacy.Vault;
import org.sunlit.privacy.WrappedKey;

/** A case as {@link CaseStore} reads it, everything personal in it sealed (base64). */
record SealedCase(
    String caseNumber,
    UUID itemVersionId,
    String departmentCode,
    String regionCode,
    String applicantMasked,
    String jointNumber,
    Ownership ownership,
    String codeHash,
    String kind,
    String personal,
    List<SealedEvent> events,
    List<SealedMaterial> materials,
    List<SealedNotice> notices,
    String master,
    String wrapped,
    Instant deletedAt,
    SealedChange pendingChange,
    Placement placement) {

  record SealedEvent(CaseEvent body, String said) {}

  record SealedMaterial(
      UUID id,
      int eventNumber,
      String code,
      String contentType,
      long size,
      String sealed,
      String fileKey,
      Instant receivedAt) {}

  record SealedChange(
      UUID id,
      String requestedBy,
      String requestedByName,
      String requestedByNameEn,
      WantedClockChange wanted,
      Instant requestedAt,
      Instant expiresAt) {}

  record SealedNotice(
      UUID id,
      String channel,
      String shown,
      Instant createdAt,
      String status,
      List<ShownNotice.ShownDelivery> deliveries) {}

  StoredCase open(Vault vault) {
    DataKey key =
        master == null
            ? null
            : vault.unwrap(
                new WrappedKey(caseNumber, master, Base64.getMimeDecoder().decode(wrapped)));
    if (key == null && deletedAt == null) {
      throw new IllegalStateException("The key of case " + caseNumber + " is missing");
    }
    CaseSeals.Personal open =
        key == null
            ? new CaseSeals.Personal(ApplicantDetails.deleted(kind, applicantMasked), null)
            : CaseSeals.personal(key, personal);
    return new StoredCase(
        caseNumber,
        itemVersionId,
        departmentCode,
        regionCode,
        applicantMasked,
        jointNumber,
        ownership,
        codeHash,
        open.applicant(),
        open.subject(),
        events.stream().map(event -> CaseSeals.event(key, event.body(), event.said())).toList(),
        all(materials).stream().map(material -> open(key, material)).toList(),
        key == null ? List.of() : all(notices).stream().map(notice -> open(key, notice)).toList(),
        key,
        deletedAt,
        pendingChange == null ? null : open(key, pendingChange),
        placement);
  }

  private static PendingClockChange open(DataKey key, SealedChange sealed) {
    return new PendingClockChange(
        sealed.id(),
        sealed.requestedBy(),
        sealed.requestedByName(),
        sealed.requestedByNameEn(),
        sealed.wanted().command().action(),
        sealed.wanted().details(),
        sealed.wanted().reason(key),
        sealed.requestedAt(),
        sealed.expiresAt());
  }

  private static <T> List<T> all(List<T> list) {
    return Optional.ofNullable(list).orElse(List.of());
  }

  private static StoredMaterial open(DataKey key, SealedMaterial sealed) {
    CaseSeals.Label label =
        key == null
            ? new CaseSeals.Label(null, null, null)
            : CaseSeals.label(key, sealed.id(), sealed.sealed());
    return new StoredMaterial(
        sealed.id(),
        sealed.eventNumber(),
        sealed.code(),
        label.fileName(),
        sealed.contentType(),
        sealed.size(),
        label.sha256(),
        label.origin(),
        sealed.fileKey(),
        sealed.receivedAt());
  }

  private static ShownNotice open(DataKey key, SealedNotice sealed) {
    NoticeWords words =
        StoredJson.read(NoticeWords.json(key, sealed.id(), sealed.shown()), NoticeWords.class);
    return new ShownNotice(
        sealed.channel(),
        words.recipient(),
        words.recipients(),
        words.text(),
        words.textEn(),
        sealed.createdAt(),
        sealed.status(),
        sealed.deliveries());
  }

  /** What a message says, and to whom, masked. */
  private record NoticeWords(
      String recipient, Map<String, String> recipients, String text, String textEn) {
    static String json(DataKey key, UUID id, String shown) {
      byte[] sealed = Base64.getMimeDecoder().decode(shown);
      return "{" + org.sunlit.notice.NoticeSeals.shown(key, id, sealed) + "}";
    }
  }
}
