package org.sunlit.casework;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.sunlit.api.model.TrackedCase;
import org.sunlit.api.model.TrackedMaterial;
import org.sunlit.casework.rules.CaseRules;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.StoredJson;
import org.sunlit.powerlist.ItemInForce;
import org.sunlit.powerlist.Material;
import org.sunlit.privacy.DataKey;

/**
 * What an applicant sees of a case, as bytes. They are stored with the case in the transaction that
 * changes it, so that looking a case up is one read (ADR 0031). Left out are the flow, which is the
 * same for all cases of a version, and the messages, whose delivery isn't the case's business; both
 * are added on the way out. What may name somebody (the subject, file names, what was said) is
 * sealed apart from the rest (ADR 0074). Texts come in both languages, so the bytes suit every
 * reader.
 */
@ApplicationScoped
class CaseViews {
  /** The members that may name somebody. */
  static final List<String> WORDS = List.of("subject", "materials", "history");

  /** The view without {@code flow} and {@code notices}. */
  ViewParts parts(CaseNow now) {
    TrackedCase whole = shape(now).notices(null);
    DataKey key = now.stored().key();
    if (key == null) {
      return new ViewParts(StoredJson.bytes(whole), null);
    }
    Map<String, Object> words = new LinkedHashMap<>();
    words.put("subject", whole.getSubject());
    words.put("materials", whole.getMaterials());
    words.put("history", whole.getHistory());
    words.values().removeIf(Objects::isNull);
    return new ViewParts(
        StoredJson.bytes(whole.subject(null).materials(null).history(null)),
        CaseSeals.view(key, StoredJson.bytes(words)));
  }

  /** The part that names nobody, of a case whose words stay as they are. */
  static byte[] body(CaseNow now) {
    return StoredJson.bytes(shape(now).notices(null).subject(null).materials(null).history(null));
  }

  /** The same as the contract's model. */
  static TrackedCase shape(CaseNow now) {
    CaseShapes shapes = CaseShapes.forApplicant(now);
    ItemInForce item = now.basis().item();
    return new TrackedCase()
        .caseNumber(now.number())
        .jointNumber(now.stored().jointNumber())
        .mayPromise(item.mayPromise() ? true : null)
        .itemCode(item.code())
        .itemName(item.name())
        .itemNameEn(item.nameEn())
        .itemVersion(item.versionNumber())
        .department(shapes.department())
        .regionCode(now.stored().regionCode())
        .places(shapes.places())
        .handling(shapes.handling())
        .applicantMasked(now.stored().applicantMasked())
        .subject(now.stored().subject())
        .state(shapes.state())
        .currentStepId(now.standing().currentStep().id())
        .currentStepIds(shapes.currentStepIds())
        .submittedAt(CityTime.offset(now.standing().submittedAt()))
        .updatedAt(CityTime.offset(now.standing().lastAt()))
        .version((long) now.version())
        .pause(shapes.pause())
        .green(shapes.green())
        .originals(shapes.originals())
        .deadline(shapes.deadline())
        .steps(shapes.steps())
        .materials(item.materials().stream().map(one -> material(now, one)).toList())
        .history(shapes.history())
        .possible(possible(now))
        .personalDataDeletedAt(CityTime.offset(now.stored().personalDataDeletedAt()));
  }

  private static List<TrackedCase.PossibleEnum> possible(CaseNow now) {
    return CaseRules.possible(now.standing()).stream()
        .filter(possible -> possible.action().byApplicant())
        .filter(possible -> !JointRule.goesThroughIt(now.stored(), possible.action()))
        .map(possible -> TrackedCase.PossibleEnum.fromString(possible.action().code()))
        .toList();
  }

  private static TrackedMaterial material(CaseNow now, Material material) {
    Optional<Received> received = Received.of(now.stored(), material.code());
    Optional<StoredMaterial> file = received.map(Received::file);
    return new TrackedMaterial()
        .code(material.code())
        .name(material.name())
        .nameEn(material.nameEn())
        .received(received.isPresent())
        .receivedAt(received.map(Received::at).map(CityTime::offset).orElse(null))
        .fileName(file.map(StoredMaterial::fileName).orElse(null))
        .takenOver(file.map(StoredMaterial::origin).map(ReuseShapes::origin).orElse(null));
  }
}
