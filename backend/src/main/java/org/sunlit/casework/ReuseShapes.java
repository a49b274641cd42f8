package org.sunlit.casework;

import java.util.List;
import org.sunlit.api.model.ReuseReference;
import org.sunlit.api.model.ReuseSource;
import org.sunlit.api.model.ReusedDocument;
import org.sunlit.api.model.TakenOverMaterial;
import org.sunlit.casework.rules.ReuseKind;
import org.sunlit.document.OfficialDocuments;
import org.sunlit.platform.CityTime;

/** What is taken over, as the contract shows it. */
final class ReuseShapes {
  private ReuseShapes() {}

  /**
   * Null when it was handed in and not taken over.
   *
   * @return without {@code stands}
   */
  static org.sunlit.api.model.MaterialOrigin origin(MaterialOrigin origin) {
    return origin == null
        ? null
        : new org.sunlit.api.model.MaterialOrigin()
            .kind(kind(origin.kind()))
            .source(source(origin.source()))
            .document(document(origin.document()))
            .receivedAt(CityTime.offset(origin.receivedAt()))
            .checkedAt(CityTime.offset(origin.checkedAt()));
  }

  static ReuseSource source(MaterialOrigin.Source source) {
    return new ReuseSource()
        .caseNumber(source.caseNumber())
        .itemCode(source.itemCode())
        .itemName(source.itemName())
        .itemNameEn(source.itemNameEn())
        .submittedAt(CityTime.offset(source.submittedAt()));
  }

  static ReusedDocument document(OfficialDocuments.Grant document) {
    return document == null
        ? null
        : new ReusedDocument()
            .number(document.number())
            .title(document.title())
            .titleEn(document.titleEn())
            .unit(document.unit())
            .unitEn(document.unitEn())
            .issuedAt(CityTime.offset(document.issuedAt()));
  }

  static ReuseReference reference(ReuseMaterials.Found found) {
    return new ReuseReference()
        .caseNumber(found.held().caseNumber())
        .kind(kind(found.held().kind()))
        .id(found.held().id());
  }

  /** What a command takes over; a number that can't be a case's is nobody's. */
  static List<TakenOver> takenOver(List<TakenOverMaterial> materials) {
    return materials == null
        ? List.of()
        : materials.stream().map(one -> OwnReuse.reference(one.getCode(), one.getFrom())).toList();
  }

  private static org.sunlit.api.model.ReuseKind kind(ReuseKind kind) {
    return org.sunlit.api.model.ReuseKind.fromString(kind.code());
  }
}
