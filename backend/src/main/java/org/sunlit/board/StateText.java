package org.sunlit.board;

import java.util.Map;

/** The states of a case in the words that a board shows. */
final class StateText {

  private static final Map<String, String> CHINESE =
      Map.of(
          "submitted", "已提交",
          "inCorrection", "补正中",
          "inProgress", "办理中",
          "paused", "暂停计时",
          "granted", "已办结",
          "refused", "不予许可",
          "notAccepted", "不予受理",
          "withdrawn", "已撤回",
          "revoked", "已撤销");

  private StateText() {}

  static String chinese(String state) {
    return CHINESE.getOrDefault(state, state);
  }
}
