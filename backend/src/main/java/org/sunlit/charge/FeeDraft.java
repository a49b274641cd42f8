package org.sunlit.charge;

import java.time.LocalDate;
import org.sunlit.charge.rules.FeeStandard;

/**
 * A version of a fee standard that is to be published.
 *
 * @param effectiveFrom may lie in the past: what cancels a fee often says since when (自…起)
 */
public record FeeDraft(String code, LocalDate effectiveFrom, FeeStandard fee) {}
