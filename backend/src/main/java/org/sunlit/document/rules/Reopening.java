package org.sunlit.document.rules;

import java.time.LocalDate;

/**
 * By whose decision an ended case is handled again (重新办理).
 *
 * @param decision what kind of decision, in Chinese
 * @param decisionEn the same in English
 * @param authority who decided
 * @param documentNumber the number of its document
 * @param decidedOn its date
 * @param withdrawsFormer whether the decision made before is withdrawn; else it is kept
 * @param clockFrom the day from which the time counts again, itself not counted
 */
public record Reopening(
    String decision,
    String decisionEn,
    String authority,
    String documentNumber,
    LocalDate decidedOn,
    boolean withdrawsFormer,
    LocalDate clockFrom) {}
