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
    checkMaterials();
    // Everything else is text that is only shown; it is judged by its JSON as a whole.
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

  private void checkMaterials() {
    Set<String> codes = new HashSet<>();
    for (Material material : draft.content().materials()) {
      if (!codes.add(material.code())) {
        found(ItemField.MATERIALS, "import.material-twice", material.code());
      }
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
        found(
            finding.code() == FlowFindingCode.PROMISE_EXCEEDS_STATUTE
                ? ItemField.PROMISED_LIMIT
                : ItemField.FLOW,
            "import.flow",
            new Localised(finding.zh(), finding.en()));
      }
    }
  }

  private void found(ItemField field, String key, Object... args) {
    findings.add(new ItemFinding(index, field, key, List.of(args)));
  }
}
