package org.sunlit.promise;

import java.util.ArrayList;
import java.util.List;
import org.sunlit.casework.SignedPromise;
import org.sunlit.powerlist.BreachConsequence;
import org.sunlit.powerlist.ItemInForce;
import org.sunlit.powerlist.Material;
import org.sunlit.powerlist.PromiseTerms;
import org.sunlit.problem.FieldProblem;
import org.sunlit.promise.rules.Piece;
import org.sunlit.promise.rules.PromiseWords;

/** What an item lets one promise, and the text of it. Pure. */
final class PromiseTexts {
  private PromiseTexts() {}

  /** What is promised: the late materials in the order of the item, then the conditions. */
  static List<Piece> pieces(ItemInForce item, List<String> late, boolean conditions) {
    List<Piece> pieces = new ArrayList<>();
    for (Material material : item.materials()) {
      if (late.contains(material.code()) && material.promisable()) {
        pieces.add(
            Piece.late(material.code(), material.lateLimit(), material.name(), material.nameEn()));
      }
    }
    if (conditions && item.terms().takesConditions()) {
      pieces.add(Piece.conditions(item.terms().checkLimit()));
    }
    return pieces;
  }

  /** The text of it. */
  static PromiseWords.Text text(ItemInForce item, List<Piece> pieces) {
    PromiseTerms terms = item.terms();
    return PromiseWords.of(
        new PromiseWords.Subject(
            item.name(),
            item.nameEn(),
            item.versionNumber(),
            pieces,
            terms.conditions(),
            terms.conditionsEn(),
            item.materials().stream()
                .filter(material -> terms.replaces().contains(material.code()))
                .map(material -> new PromiseWords.Name(material.name(), material.nameEn()))
                .toList(),
            terms.breach() == BreachConsequence.END,
            terms.consequences(),
            terms.consequencesEn()));
  }

  /** What can't be promised so; pointers begin with {@code at}. */
  static List<FieldProblem> objections(
      ItemInForce item, List<String> late, boolean conditions, String at) {
    List<FieldProblem> wrong = new ArrayList<>();
    for (int place = 0; place < late.size(); place++) {
      Material material = item.material(late.get(place));
      if (material == null || !material.promisable()) {
        wrong.add(
            new FieldProblem(at + "/late/" + place, "promise.not-late", List.of(late.get(place))));
      }
    }
    if (conditions && !item.terms().takesConditions()) {
      wrong.add(new FieldProblem(at + "/conditions", "promise.no-conditions", List.of()));
    }
    if (late.isEmpty() && !conditions) {
      wrong.add(new FieldProblem(at.isEmpty() ? "/late" : at, "promise.nothing", List.of()));
    }
    return wrong;
  }

  /** What is wrong with what was signed. */
  static List<FieldProblem> objections(
      ItemInForce item, SignedPromise promise, String name, String identityNumber) {
    List<FieldProblem> wrong = objections(item, promise.late(), promise.conditions(), "/promise");
    if (!promise.version().equals(PromiseWords.version(item.versionNumber()))) {
      wrong.add(new FieldProblem("/promise/version", "promise.other-text", List.of()));
    }
    if (!same(promise.signedName()).equals(same(name))) {
      wrong.add(new FieldProblem("/promise/signedName", "promise.other-name", List.of()));
    }
    if (identityNumber == null || identityNumber.isBlank()) {
      wrong.add(
          new FieldProblem("/applicant/identityNumber", "promise.identity-needed", List.of()));
    }
    return wrong;
  }

  private static String same(String name) {
    return name.replaceAll("\\s+", "");
  }
}
