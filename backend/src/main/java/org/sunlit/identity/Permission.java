package org.sunlit.identity;

import java.util.Optional;
import java.util.stream.Stream;
import org.sunlit.platform.Coded;

/**
 * What may be done at all; which roles have it is data ({@code identity/rights.json}), and to which
 * things it reaches is decided where they are read (own, own department, own region and below).
 */
public enum Permission implements Coded {
  /** Looking into cases. */
  CASES_READ(Permission.Codes.CASES_READ),
  /** Handling cases, in a post of one's own. */
  CASES_ACT(Permission.Codes.CASES_ACT),
  /** Finding cases by who applied. */
  PEOPLE_SEARCH(Permission.Codes.PEOPLE_SEARCH),
  /** Asking to see personal data that is masked. */
  PERSONAL_DATA_UNMASK(Permission.Codes.PERSONAL_DATA_UNMASK),
  /** Carrying out lawful requests to delete personal data. */
  PERSONAL_DATA_MANAGE(Permission.Codes.PERSONAL_DATA_MANAGE),
  /** Being the second of two persons 双人复核. */
  CONFIRM(Permission.Codes.CONFIRM),
  /** Keeping the power list and its flows. */
  POWER_LIST_EDIT(Permission.Codes.POWER_LIST_EDIT),
  /** Declaring days of the calendar. */
  CALENDAR_EDIT(Permission.Codes.CALENDAR_EDIT),
  /** Looking up who works where. */
  STAFF_READ(Permission.Codes.STAFF_READ),
  /** Deciding who works where. */
  STAFF_MANAGE(Permission.Codes.STAFF_MANAGE),
  /** Admitting third-party applications. */
  CLIENTS_MANAGE(Permission.Codes.CLIENTS_MANAGE),
  /** Looking after what applicants say of how they were served 评价监督. */
  RATINGS_SUPERVISE(Permission.Codes.RATINGS_SUPERVISE),
  /** Answering for one's department what was done about a bad rating 差评整改. */
  RECTIFICATIONS_ANSWER(Permission.Codes.RECTIFICATIONS_ANSWER),
  /** Answering contests of credit entries and requests for their repair 异议与信用修复. */
  CREDIT_DECIDE(Permission.Codes.CREDIT_DECIDE),
  /** Asking, by an exact identity, whether somebody's broken promises restrict them. */
  CREDIT_LOOK_UP(Permission.Codes.CREDIT_LOOK_UP),
  /** Reading who looked at what. */
  TRAIL_READ(Permission.Codes.TRAIL_READ),
  /** Reading which seals were set to which documents. */
  SEAL_USES_READ(Permission.Codes.SEAL_USES_READ),
  /** Looking up what places may do, by whose letter, and who speaks for departments. */
  PLACES_READ(Permission.Codes.PLACES_READ),
  /** Keeping places, delegations 授权 and liaison officers 联络员. */
  PLACES_MANAGE(Permission.Codes.PLACES_MANAGE),
  /** Checking the standard of village rooms 村级便民服务室. */
  ROOMS_INSPECT(Permission.Codes.ROOMS_INSPECT),
  /** Reading the duty register of one's own place 登记簿. */
  DUTY_REGISTER_READ(Permission.Codes.DUTY_REGISTER_READ),
  /** Writing in it. */
  DUTY_REGISTER_KEEP(Permission.Codes.DUTY_REGISTER_KEEP),
  /** Serving whoever comes by appointment 预约, where one works. */
  APPOINTMENTS_SERVE(Permission.Codes.APPOINTMENTS_SERVE),
  /** Acting for applicants, by their mandate 全程代办. */
  AGENTS_SERVE(Permission.Codes.AGENTS_SERVE),
  /** Reading what electronic supervision found 监察发现, as far as it concerns one. */
  FINDINGS_READ(Permission.Codes.FINDINGS_READ),
  /** Reading and answering warnings and cards 预警与红黄牌 that reach one, and one's efficiency file. */
  CARDS_READ(Permission.Codes.CARDS_READ),
  /** Issuing cards, deciding on them, and what follows 红黄牌处置. */
  CARDS_SUPERVISE(Permission.Codes.CARDS_SUPERVISE),
  /** Handling sealed reports of misconduct 举报办理; reading one takes a recipient's key besides. */
  REPORTS_HANDLE(Permission.Codes.REPORTS_HANDLE),
  /** Handing clues 问题线索 to the discipline office. */
  CLUES_ENTER(Permission.Codes.CLUES_ENTER),
  /** Investigating and reviewing the clues one has a part in. */
  CLUES_HANDLE(Permission.Codes.CLUES_HANDLE),
  /** Heading the discipline office: dispatching clues, deciding on them, publishing. */
  CLUES_DECIDE(Permission.Codes.CLUES_DECIDE),
  /** Looking into complaints 诉求 that one has a part in, and doing that part. */
  COMPLAINTS_READ(Permission.Codes.COMPLAINTS_READ),
  /** Screening and assigning complaints, and writing down what isn't sent by web 甄别交办. */
  COMPLAINTS_SCREEN(Permission.Codes.COMPLAINTS_SCREEN),
  /** Reading requests for information 依申请公开 to one's department; supervisors read the city's. */
  INFO_REQUESTS_READ(Permission.Codes.INFO_REQUESTS_READ),
  /** Entering, registering and drafting answers to them. */
  INFO_REQUESTS_HANDLE(Permission.Codes.INFO_REQUESTS_HANDLE),
  /** Heading the disclosure office 政府信息公开工作机构负责人: extending and releasing. */
  INFO_REQUESTS_RELEASE(Permission.Codes.INFO_REQUESTS_RELEASE),
  /** Taking part as a member 发展环境监督员 etc.; only whoever is serving finds anything there. */
  COUNCIL_TAKE(Permission.Codes.COUNCIL_TAKE),
  /**
   * Reading what members write: the office and supervisors all of it, departments what they were
   * asked.
   */
  COUNCIL_READ(Permission.Codes.COUNCIL_READ),
  /** Doing one's part about it: answering for one's department, or what the office does. */
  COUNCIL_HANDLE(Permission.Codes.COUNCIL_HANDLE),
  /** Being of the office that appoints members, looks through what they write and publishes. */
  COUNCIL_KEEP(Permission.Codes.COUNCIL_KEEP),
  /** Reading drafts and what is published of one's department 信息公开. */
  DISCLOSURES_READ(Permission.Codes.DISCLOSURES_READ),
  /** Drafting what is published, and saying that something has to be. */
  DISCLOSURES_DRAFT(Permission.Codes.DISCLOSURES_DRAFT),
  /** Reviewing, releasing and withdrawing it 审核发布. */
  DISCLOSURES_RELEASE(Permission.Codes.DISCLOSURES_RELEASE),
  /** Keeping its categories and duties 公开目录与任务. */
  DISCLOSURES_KEEP(Permission.Codes.DISCLOSURES_KEEP),
  /** Signing in and out at the window 签到签退, and contesting lines of one's own efficiency file. */
  ATTENDANCE_SIGN(Permission.Codes.ATTENDANCE_SIGN),
  /** Reading who was at the windows one answers for 考勤. */
  ATTENDANCE_READ(Permission.Codes.ATTENDANCE_READ),
  /** Answering contests of lines of efficiency files 异议答复. */
  CONTESTS_ANSWER(Permission.Codes.CONTESTS_ANSWER),
  /** Reading the reports of supervision 周报、月报、季报. */
  SUPERVISION_REPORTS_READ(Permission.Codes.SUPERVISION_REPORTS_READ),
  /**
   * Looking up where things are shown 公开载体, and noting what was posted where one answers for it.
   */
  CARRIERS_READ(Permission.Codes.CARRIERS_READ),
  /** Keeping the register of carriers, playlists and notices 公告. */
  CARRIERS_MANAGE(Permission.Codes.CARRIERS_MANAGE),
  /** Releasing notices that another person wrote. */
  CARRIERS_REVIEW(Permission.Codes.CARRIERS_REVIEW),
  /** Reading inspections 督查 that concern one. */
  INSPECTIONS_READ(Permission.Codes.INSPECTIONS_READ),
  /** Inspecting, and looking after posts with a grave integrity risk A级岗位. */
  INSPECTIONS_KEEP(Permission.Codes.INSPECTIONS_KEEP),
  /** Answering for one's department what an inspection asked for. */
  INSPECTIONS_ANSWER(Permission.Codes.INSPECTIONS_ANSWER),
  /** The register of cameras over windows 电子眼. */
  CAMERAS_READ(Permission.Codes.CAMERAS_READ),
  CAMERAS_MANAGE(Permission.Codes.CAMERAS_MANAGE),
  /** Looking at what they recorded 调阅录像: supervisors and the discipline office, nobody else. */
  CAMERAS_VIEW(Permission.Codes.CAMERAS_VIEW),
  /** One's own cases, as an applicant. */
  OWN_CASES(Permission.Codes.OWN_CASES);

  /** The words of the contract's {@code x-permission}, as constants for security annotations. */
  public static final class Codes {
    public static final String CASES_READ = "cases.read";
    public static final String CASES_ACT = "cases.act";
    public static final String PEOPLE_SEARCH = "people.search";
    public static final String PERSONAL_DATA_UNMASK = "personalData.unmask";
    public static final String PERSONAL_DATA_MANAGE = "personalData.manage";
    public static final String CONFIRM = "confirmations.decide";
    public static final String POWER_LIST_EDIT = "powerList.edit";
    public static final String CALENDAR_EDIT = "calendar.edit";
    public static final String STAFF_READ = "staff.read";
    public static final String STAFF_MANAGE = "staff.manage";
    public static final String CLIENTS_MANAGE = "clients.manage";
    public static final String RATINGS_SUPERVISE = "ratings.supervise";
    public static final String RECTIFICATIONS_ANSWER = "rectifications.answer";
    public static final String CREDIT_DECIDE = "credit.decide";
    public static final String CREDIT_LOOK_UP = "credit.lookUp";
    public static final String TRAIL_READ = "accessTrail.read";
    public static final String SEAL_USES_READ = "sealUses.read";
    public static final String PLACES_READ = "places.read";
    public static final String PLACES_MANAGE = "places.manage";
    public static final String ROOMS_INSPECT = "rooms.inspect";
    public static final String DUTY_REGISTER_READ = "dutyRegister.read";
    public static final String DUTY_REGISTER_KEEP = "dutyRegister.keep";
    public static final String APPOINTMENTS_SERVE = "appointments.serve";
    public static final String AGENTS_SERVE = "agents.serve";
    public static final String FINDINGS_READ = "findings.read";
    public static final String CARDS_READ = "cards.read";
    public static final String CARDS_SUPERVISE = "cards.supervise";
    public static final String REPORTS_HANDLE = "reports.handle";
    public static final String CLUES_ENTER = "clues.enter";
    public static final String CLUES_HANDLE = "clues.handle";
    public static final String CLUES_DECIDE = "clues.decide";
    public static final String COMPLAINTS_READ = "complaints.read";
    public static final String COMPLAINTS_SCREEN = "complaints.screen";
    public static final String INFO_REQUESTS_READ = "infoRequests.read";
    public static final String INFO_REQUESTS_HANDLE = "infoRequests.handle";
    public static final String INFO_REQUESTS_RELEASE = "infoRequests.release";
    public static final String COUNCIL_TAKE = "council.take";
    public static final String COUNCIL_READ = "council.read";
    public static final String COUNCIL_HANDLE = "council.handle";
    public static final String COUNCIL_KEEP = "council.keep";
    public static final String DISCLOSURES_READ = "disclosures.read";
    public static final String DISCLOSURES_DRAFT = "disclosures.draft";
    public static final String DISCLOSURES_RELEASE = "disclosures.release";
    public static final String DISCLOSURES_KEEP = "disclosures.keep";
    public static final String ATTENDANCE_SIGN = "attendance.sign";
    public static final String ATTENDANCE_READ = "attendance.read";
    public static final String CONTESTS_ANSWER = "contests.answer";
    public static final String SUPERVISION_REPORTS_READ = "supervisionReports.read";
    public static final String CARRIERS_READ = "carriers.read";
    public static final String CARRIERS_MANAGE = "carriers.manage";
    public static final String CARRIERS_REVIEW = "carriers.review";
    public static final String INSPECTIONS_READ = "inspections.read";
    public static final String INSPECTIONS_KEEP = "inspections.keep";
    public static final String INSPECTIONS_ANSWER = "inspections.answer";
    public static final String CAMERAS_READ = "cameras.read";
    public static final String CAMERAS_MANAGE = "cameras.manage";
    public static final String CAMERAS_VIEW = "cameras.view";
    public static final String OWN_CASES = "ownCases.read";

    private Codes() {}
  }

  private final String code;

  Permission(String code) {
    this.code = code;
  }

  /** The word of the contract. */
  @Override
  public String code() {
    return code;
  }

  /** The permission of that word, if there is one. */
  public static Optional<Permission> of(String code) {
    return Stream.of(values()).filter(permission -> permission.code.equals(code)).findFirst();
  }
}
