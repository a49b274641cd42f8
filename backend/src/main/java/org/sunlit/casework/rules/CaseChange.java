package org.sunlit.casework.rules;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.sunlit.calendar.Limit;

/**
 * What an event changes of what a case runs on. Each of the three kinds of such events has its own
 * part.
 *
 * @param limit how long a decision may take from here on; null when that stays as it was
 * @param green on what ground the case went into the green channel (绿色通道); null for other events
 * @param review by whose decision the case was taken up again; null for other events
 * @param move to which version of its item it was moved; null for other events
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CaseChange(Limit limit, GreenMark green, ReviewDecision review, DefinitionMove move) {
  static CaseChange green(Limit limit, GreenMark mark) {
    return new CaseChange(limit, mark, null, null);
  }

  static CaseChange reopened(Limit limit, ReviewDecision decision) {
    return new CaseChange(limit, null, decision, null);
  }

  static CaseChange moved(Limit limit, DefinitionMove move) {
    return new CaseChange(limit, null, null, move);
  }
}
