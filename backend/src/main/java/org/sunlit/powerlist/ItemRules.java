package org.sunlit.powerlist;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.sunlit.powerlist.flow.FlowChecker;
import org.sunlit.powerlist.flow.FlowDefinition;
import org.sunlit.powerlist.flow.FlowFinding;
import org.sunlit.powerlist.flow.FlowFindingCode;
import org.sunlit.problem.Localised;

/** What every published item must be, however it comes. */
final class ItemRules {
  static final int LONGEST_NAME = 500;
  static final int LONGEST_CODE = 100;
  static final int LONGEST_TEXT = 10_000;
  static final int LONGEST_LIMIT = 3650;
  static final int LONGEST_LATE = PromiseChecks.LONGEST;
  static final int MOST_VISITS = 99;
  static final int MOST_ROUNDS = 99;

  /** Codes stand in addresses and on paper, so they are kept to what both can carry. */
  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:~-]*");

  private final int index;
  private final ItemDraft draft;
  private final FlowDefinition fitted;
  private final List<ItemFinding> findings = new ArrayList<>();

  private ItemRules(int index, ItemDraft draft, FlowDefinition fitted) {
    this.index = index;
    this.draft = draft;
    this.fitted = fitted;
  }

  /**
   * All that is wrong with an item.
   *
   * @param fitted the flow it would run on
   */
  static List<ItemFinding> check(int index, ItemDraft draft, FlowDefinition fitted) {
    return new ItemRules(index, draft, fitted).check();
  }

  private List<ItemFinding> check() {
    ItemContent content = draft.content();
    checkCode();
    name(ItemField.NAME, content.name(), true);
    name(ItemField.NAME_EN, content.nameEn(), false);
    name(ItemField.PARENT_NAME, content.parentName(), false);
    if (RegionCodes.normalise(content.regionCode())
        .filter(content.regionCode()::equals)
        .isEmpty()) {
      found(ItemField.REGION, "import.region-code");
    }
    number(ItemField.VISITS, content.visits(), MOST_VISITS);
    number(ItemField.CLEANUP_ROUND, content.cleanupRound(), MOST_ROUNDS);
    checkMaterials();
    PromiseChecks.of(content)
        .forEach((place, key) -> at(ItemField.PROMISE, place, key, LONGEST_LATE));
    checkTexts(content);
    // Everything else is text that is only shown; what must not be in it is judged by its JSON as a
    // whole.
    String detail = ItemJson.write(ItemDetail.of(content));
    if (detail.contains("\\u0000")) {
      found(null, "import.control-character", "U+0000");
    }
    checkFlow();
    return findings;
  }

  private void checkCode() {
    String code = draft.code();
    if (code.isBlank()) {
      found(ItemField.CODE, "import.required");
    } else if (code.length() > LONGEST_CODE) {
      found(ItemField.CODE, "import.too-long", LONGEST_CODE, code.length());
    } else if (!CODE.matcher(code).matches()) {
      found(ItemField.CODE, "import.code-characters");
    }
  }

  private void name(ItemField field, String value, boolean required) {
    if (value == null || value.isBlank()) {
      if (required) {
        found(field, "import.required");
      }
      return;
    }
    int length = value.codePointCount(0, value.length());
    if (length > LONGEST_NAME) {
      found(field, "import.too-long", LONGEST_NAME, length);
    }
    controlCharacter(value).ifPresent(name -> found(field, "import.control-character", name));
  }

  /** The first character a text must not have, by its Unicode name: U+0000 and its like. */
  static java.util.Optional<String> controlCharacter(String value) {
    return value
        .codePoints()
        .filter(
            point ->
                (Character.isISOControl(point) && point != '\n' && point != '\t' && point != '\r')
                    || point == 0xFFFE
                    || point == 0xFFFF
                    || (point >= 0xD800 && point <= 0xDFFF))
        .mapToObj(point -> String.format("U+%04X", point))
        .findFirst();
  }

  private void number(ItemField field, Integer value, int most) {
    if (value != null && value > most) {
      found(field, "import.number-too-large", most);
    }
  }

  private void checkMaterials() {
    Set<String> codes = new HashSet<>();
    int place = 0;
    for (Material material : draft.content().materials()) {
      String at = "/" + place++;
      required(ItemField.MATERIALS, at + "/code", material.code());
      required(ItemField.MATERIALS, at + "/name", material.name());
      if (!codes.add(material.code())) {
        at(ItemField.MATERIALS, at + "/code", "import.material-twice", material.code());
      }
      PromiseChecks.late(material)
          .ifPresent(key -> at(ItemField.MATERIALS, at + "/lateLimit", key, LONGEST_LATE));
    }
  }

  /** The names without which an entry says nothing, and no text longer than a cell may be. */
  private void checkTexts(ItemContent content) {
    text(ItemField.STATUS_REASON, "", content.statusReason());
    if (content.result() != null) {
      required(ItemField.RESULT, "/name", content.result().name());
    }
    for (int i = 0; i < content.legalBases().size(); i++) {
      required(ItemField.LEGAL_BASES, "/" + i + "/law", content.legalBases().get(i).law());
      text(ItemField.LEGAL_BASES, "/" + i + "/text", content.legalBases().get(i).text());
    }
    for (int i = 0; content.fees() != null && i < content.fees().size(); i++) {
      required(ItemField.FEES, "/" + i + "/name", content.fees().get(i).name());
      text(ItemField.FEES, "/" + i + "/standard", content.fees().get(i).standard());
    }
    for (int i = 0; i < content.windows().size(); i++) {
      required(ItemField.WINDOW, "/" + i + "/name", content.windows().get(i).name());
    }
    entries(ItemField.CONDITIONS, content.conditions());
    entries(ItemField.TELEPHONES, content.telephones());
    entries(ItemField.SUPERVISION_TELEPHONES, content.supervisionTelephones());
    entries(ItemField.DUTIES, content.duties());
    entries(ItemField.ACCOUNTABILITY, content.accountability());
  }

  private void entries(ItemField field, List<String> entries) {
    for (int i = 0; i < entries.size(); i++) {
      required(field, "/" + i, entries.get(i));
    }
  }

  private void required(ItemField field, String place, String value) {
    if (value == null || value.isBlank()) {
      at(field, place, "import.required");
    } else {
      text(field, place, value);
    }
  }

  private void text(ItemField field, String place, String value) {
    int length = value == null ? 0 : value.codePointCount(0, value.length());
    if (length > LONGEST_TEXT) {
      at(field, place, "import.too-long", LONGEST_TEXT, length);
    }
  }

  private void checkFlow() {
    ItemContent content = draft.content();
    for (FlowFinding finding :
        FlowChecker.check(
            fitted,
            new FlowChecker.Against(
                content.category().code(), content.promisedLimit(), content.statutoryLimit()))) {
      if (finding.isError()) {
        boolean promise = finding.code() == FlowFindingCode.PROMISE_EXCEEDS_STATUTE;
        at(
            promise ? ItemField.PROMISED_LIMIT : ItemField.FLOW,
            promise ? "" : FlowPointers.of(finding, fitted).get(0),
            "import.flow",
            new Localised(finding.zh(), finding.en()));
      }
    }
  }

  private void found(ItemField field, String key, Object... args) {
    at(field, "", key, args);
  }

  private void at(ItemField field, String place, String key, Object... args) {
    findings.add(new ItemFinding(index, field, place, key, List.of(args)));
  }
}
