package org.sunlit.place.rules;

import org.sunlit.platform.Regions;

/**
 * When the window of a region takes in what another region decides (跨区域通办, B22): 收受分离, in the words
 * of 国办发〔2020〕35号, 三（九） “在不改变各省区市原有办理事权的基础上，通过‘收受分离’模式，打破事项办理的属地化管理限制”. Pure.
 */
public final class CrossRegion {
  private static final int CITY_DIGITS = 4;

  private CrossRegion() {}

  /**
   * Whether a window lies outside the region that decides. Neither may lie within the other: a
   * township's window belongs to its county too, and takes its cases in as usual.
   *
   * @param window code of the region the window is in
   * @param home code of the region that decides
   */
  public static boolean between(String window, String home) {
    return !Regions.within(window, home) && !Regions.within(home, window);
  }

  /**
   * Whether a hall lies elsewhere than what decides: in another county, or in the city where a
   * county decides, or the other way round (市、县两级政务服务中心互相收件). A county's hall takes in what its own
   * townships decide as usual.
   *
   * @param hall code of the region of the hall, of a city or a county
   * @param home code of the region that decides
   */
  public static boolean betweenHalls(String hall, String home) {
    return isCity(hall) ? !hall.equals(home) : !Regions.within(home, hall);
  }

  private static boolean isCity(String region) {
    return Regions.prefix(region).length() <= CITY_DIGITS;
  }
}
