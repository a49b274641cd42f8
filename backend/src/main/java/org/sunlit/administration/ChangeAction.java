package org.sunlit.administration;

import org.sunlit.platform.Coded;

/** What people do in the administration, beside what they do to people and posts. */
public enum ChangeAction implements Coded {
  /** 发布事项版本 */
  ITEM_PUBLISHED("itemPublished", "item"),
  /** 发布流程 */
  FLOW_PUBLISHED("flowPublished", "flow"),
  /** 设立部门 */
  DEPARTMENT_FOUNDED("departmentFounded", "department"),
  /** 变更部门 */
  DEPARTMENT_CHANGED("departmentChanged", "department"),
  /** 撤销部门 */
  DEPARTMENT_CLOSED("departmentClosed", "department"),
  /** 发布联审主题 */
  JOINT_THEME_PUBLISHED("jointThemePublished", "jointTheme"),
  /** 发布子流程库版本 */
  SUB_PROCESS_PUBLISHED("subProcessPublished", "subProcess"),
  /** 发布工程建设项目审批流程 */
  PROJECT_PATH_PUBLISHED("projectPathPublished", "projectPath"),
  /** 发布收费标准 */
  FEE_PUBLISHED("feePublished", "fee"),
  /** 变更办事地点 */
  PLACE_CHANGED("placeChanged", "place"),
  /** 登记授权 */
  DELEGATION_RECORDED("delegationRecorded", "delegation"),
  /** 终止授权 */
  DELEGATION_ENDED("delegationEnded", "delegation"),
  /** 列为通办事项 */
  CROSS_REGION_OPENED("crossRegionOpened", "crossRegion"),
  /** 终止通办 */
  CROSS_REGION_ENDED("crossRegionEnded", "crossRegion"),
  /** 指定联络员 */
  LIAISON_NAMED("liaisonNamed", "liaison"),
  /** 免去联络员 */
  LIAISON_RELEASED("liaisonReleased", "liaison"),
  /** 登记公开载体 */
  CARRIER_CHANGED("carrierChanged", "carrier"),
  /** 调整播放单 */
  PLAYLIST_CHANGED("playlistChanged", "playlist"),
  /** 登记窗口摄像头 */
  CAMERA_CHANGED("cameraChanged", "camera"),
  /** 调整工作日历 */
  CALENDAR_CHANGED("calendarChanged", "calendar");

  private final String code;
  private final String kind;

  ChangeAction(String code, String kind) {
    this.code = code;
    this.kind = kind;
  }

  @Override
  public String code() {
    return code;
  }

  /** What kind of thing it is done to. */
  public String kind() {
    return kind;
  }
}
