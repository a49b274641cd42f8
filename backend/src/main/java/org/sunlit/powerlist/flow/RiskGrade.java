package org.sunlit.powerlist.flow;

/** How grave an integrity risk is (廉政风险等级): A is the highest, as in the seeds' A级岗位 (E14). */
public enum RiskGrade {
  A,
  B,
  C
}
