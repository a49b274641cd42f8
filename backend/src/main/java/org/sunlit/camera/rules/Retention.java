package org.sunlit.camera.rules;

import java.time.LocalDate;

/**
 * How long recordings are kept: not less than thirty days, and no longer than they are needed
 * (公共安全视频图像信息系统管理条例, 国务院令第799号; 个人信息保护法第十九条). What has been attached as evidence stays with its
 * finding.
 *
 * @param days recordings of today and of so many days before are kept
 */
public record Retention(int days) {
  /** The first day whose recordings are still there. */
  public LocalDate firstKept(LocalDate today) {
    return today.minusDays(days);
  }
}
