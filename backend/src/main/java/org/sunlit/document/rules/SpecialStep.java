package org.sunlit.document.rules;

/** A step whose beginning or end the applicant is told in writing. */
public enum SpecialStep {
  HEARING,
  EXPERT_REVIEW,
  PUBLIC_NOTICE,
  DELIVERY
}
