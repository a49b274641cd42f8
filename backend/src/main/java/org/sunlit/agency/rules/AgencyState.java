package org.sunlit.agency.rules;

import org.sunlit.platform.Coded;

/** How far it has come with somebody's agent. */
public enum AgencyState implements Coded {
  /** 已申请: no agent has taken it on. */
  ASKED("asked"),
  /** 待签署: an agent has; the letter waits for the principal's signature. */
  TAKEN("taken"),
  /** 代办中: agreed in writing, from the day it was signed. */
  IN_FORCE("inForce"),
  /** 已到期: its last day is over (民法典第一百七十三条第一项); never stored. */
  LAPSED("lapsed"),
  /** 已终止: by the principal or by the agent (民法典第一百七十三条第二项). */
  ENDED("ended");

  private final String code;

  AgencyState(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
