package org.sunlit.charge.rules;

import java.time.LocalDate;

/** A version of a fee standard, from a day on. */
public record StandardVersion(
    String code, int version, LocalDate effectiveFrom, FeeStandard standard) {}
