package org.sunlit.powerlist.flow;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * An integrity risk (廉政风险点) of a step with what prevents it, shown to whoever acts there (F3).
 *
 * @param grade how grave
 * @param risk what could go wrong, in Chinese
 * @param riskEn the same in English
 * @param measure the preventive measure (防控措施), in Chinese
 * @param measureEn the same in English
 */
public record RiskPoint(
    @JsonProperty(required = true) RiskGrade grade,
    @JsonProperty(required = true) String risk,
    @JsonProperty(required = true) String riskEn,
    @JsonProperty(required = true) String measure,
    @JsonProperty(required = true) String measureEn) {
  public RiskPoint {
    Texts.require(grade, "grade");
    Texts.requireText(risk, "risk");
    Texts.requireText(riskEn, "riskEn");
    Texts.requireText(measure, "measure");
    Texts.requireText(measureEn, "measureEn");
  }

  /** The risk in the reader's language. */
  public String risk(FlowLanguage language) {
    return language.pick(risk, riskEn);
  }

  /** The measure in the reader's language. */
  public String measure(FlowLanguage language) {
    return language.pick(measure, measureEn);
  }
}
