package org.sunlit.place.rules;

import org.sunlit.platform.Coded;

/** 市、乡、村三级 (D1). */
public enum PlaceKind implements Coded {
  /** 政务服务中心, where everything can be done */
  CITY_HALL("cityHall"),
  /** 乡镇便民服务中心 (D5) */
  TOWNSHIP_CENTRE("townshipCentre"),
  /** 村级便民服务室 (D4) */
  VILLAGE_ROOM("villageRoom");

  private final String code;

  PlaceKind(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
