package org.sunlit.document;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.sunlit.api.model.CaseDocuments;
import org.sunlit.api.model.DocumentBlock;
import org.sunlit.api.model.OfficialDocument;
import org.sunlit.document.DocumentStore.Issued;
import org.sunlit.document.rules.Block;
import org.sunlit.document.rules.ChineseDates;
import org.sunlit.document.rules.DocumentText;
import org.sunlit.platform.CityTime;
import org.sunlit.platform.StoredJson;
import org.sunlit.privacy.DataKey;

/** A case's documents as the contract shows them. */
final class DocumentShapes {
  private final List<Issued> documents;
  private final Map<UUID, Issued> byId;
  private final DataKey key;
  private final String addressee;

  DocumentShapes(List<Issued> documents, DataKey key, String addressee) {
    this.documents = documents;
    this.byId = documents.stream().collect(Collectors.toMap(Issued::id, Function.identity()));
    this.key = key;
    this.addressee = addressee;
  }

  CaseDocuments all() {
    return new CaseDocuments()
        .items(
            documents.stream()
                .sorted(Comparator.comparing(Issued::eventNumber).thenComparing(Issued::kind))
                .map(this::document)
                .toList());
  }

  private OfficialDocument document(Issued issued) {
    OfficialDocument shown =
        new OfficialDocument()
            .id(issued.id())
            .kind(org.sunlit.api.model.DocumentKind.fromString(issued.kind().code()))
            .number(issued.number())
            .title(issued.title())
            .titleEn(issued.titleEn())
            .unit(issued.unitName())
            .unitEn(issued.unitNameEn())
            .seal(issued.seal())
            .issuedAt(CityTime.offset(issued.issuedAt()))
            .issuedOn(ChineseDates.written(ChineseDates.day(issued.issuedAt())))
            .checkCode(issued.checkCode())
            .withdrawnBy(issued.withdrawnBy())
            .withdrawnAt(CityTime.offset(issued.withdrawnAt()));
    if (key == null) {
      return shown.blocks(List.of());
    }
    DocumentText text =
        StoredJson.read(
            key.openText(DocumentStore.place(issued.id()), issued.sealed()), DocumentText.class);
    String name = addressee == null ? text.addressee() : addressee;
    return shown
        .addressee(name)
        .blocks(text.blocks().stream().map(block -> block(block, name)).toList());
  }

  private DocumentBlock block(Block block, String name) {
    return switch (block.kind()) {
      case PARAGRAPH, ITEM, FACT, GROUND, REMEDY ->
          shown(block.kind(), block.text(), block.textEn())
              .label(block.label())
              .labelEn(block.labelEn());
      case ADDRESSEE ->
          shown(Block.Kind.FACT, name, name).label(block.label()).labelEn(block.labelEn());
      case DOCUMENT -> {
        Issued other = byId.get(block.document());
        yield shown(
                Block.Kind.DOCUMENT,
                "《" + other.title() + "》（" + other.number() + "）",
                other.titleEn() + " (" + other.number() + ")")
            .label(block.label())
            .labelEn(block.labelEn());
      }
    };
  }

  private static DocumentBlock shown(Block.Kind kind, String text, String textEn) {
    return new DocumentBlock()
        .kind(DocumentBlock.KindEnum.fromString(kind.code()))
        .text(text)
        .textEn(textEn);
  }
}
