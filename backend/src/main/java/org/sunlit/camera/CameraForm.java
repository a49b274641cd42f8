package org.sunlit.camera;

import java.time.LocalDate;

/**
 * What is said of a camera.
 *
 * @param placeCode where it hangs
 * @param window which window it watches, as it is written there, such as {@code 3}
 * @param departmentCode whose window that is
 * @param from the first day it watched it
 * @param until the last day; null while it does
 */
public record CameraForm(
    String name,
    String nameEn,
    String placeCode,
    String window,
    String departmentCode,
    LocalDate from,
    LocalDate until) {
  /** Whether it watched its window on that day. */
  boolean watches(LocalDate day) {
    return !day.isBefore(from) && (until == null || !day.isAfter(until));
  }
}
