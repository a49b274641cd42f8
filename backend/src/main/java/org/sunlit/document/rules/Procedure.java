package org.sunlit.document.rules;

/** By which law a matter is dealt with, as far as its documents go. */
public enum Procedure {
  /** 行政许可: the Administrative Licence Law says which documents there are. */
  LICENCE,
  /** 依申请的其他行政权力: payments, confirmations, rewards, adjudications and others asked for. */
  APPLICATION,
  /** 公共服务. */
  SERVICE,
  /**
   * 依职权: penalties, coercion, levies and inspections. Nobody applies; their documents are set by
   * laws of their own (such as 行政处罚法第五十九条), so none of these is given.
   */
  OWN_INITIATIVE
}
