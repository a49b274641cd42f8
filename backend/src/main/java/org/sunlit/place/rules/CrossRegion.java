package org.sunlit.place.rules;

import org.sunlit.platform.Regions;

/**
 * When the window of a region takes in what another region decides (跨区域通办, B22): 收受分离, in the words
 * of 国办发〔2020〕35号, 三（九） “在不改变各省区市原有办理事权的基础上，通过‘收受分离’模式，打破事项办理的属地化管理限制”. Pure.
 */
public final class CrossRegion {
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
}
