package org.sunlit.benchmarks;

import java.util.List;
import java.util.Random;

/** Lists of any length that read like real ones: the same items every time. */
final class SyntheticList {
  static final int DEPARTMENTS = 34;

  private static final List<String> WHO =
      "食品 药品 医疗器械 道路旅客运输 道路货物运输 机动车驾驶员培训 取水 河道采砂 户外广告 建设工程 房地产开发企业 民办学校 教师资格 医疗机构 母婴保健技术服务 特种设备 计量器具 烟草专卖零售 出版物 娱乐场所 互联网上网服务营业场所 旅行社 农药 兽药 种子 动物防疫 林木采伐 危险化学品 烟花爆竹 安全生产 消防 人力资源服务 劳务派遣 社会保险 医疗保险 住房公积金 最低生活保障 残疾人证 居民身份证 户口 婚姻 收养 社会团体 慈善组织 律师 公证 统计 档案 文物 体育场馆"
          .lines()
          .flatMap(line -> List.of(line.split(" ")).stream())
          .toList();
  private static final List<String> WHAT =
      List.of(
          "经营许可", "生产许可", "登记", "备案", "审批", "资格认定", "证照变更", "证照延续", "证照补发", "注销", "年度检查", "设立审批",
          "信息查询", "补贴申领", "待遇核定", "信息变更", "等级评定", "合同备案", "竣工验收", "执业注册");
  private static final List<String> HOW =
      List.of("", "（新办）", "（变更）", "（延续）", "（注销）", "（补发）", "（县级权限）", "（含临时）", "（企业）", "（个人）");
  private static final List<String> CATEGORIES =
      List.of("行政许可", "行政许可", "公共服务", "其他行政权力", "行政确认", "行政给付", "行政检查");

  private SyntheticList() {}

  /** A CSV list of the items with these numbers. */
  static String csv(int from, int to) {
    StringBuilder csv = new StringBuilder("部门,事项名称,事项编码,事项类型,部门编码,区划代码\n");
    for (int number = from; number < to; number++) {
      int department = Math.floorMod(number * 31, DEPARTMENTS);
      csv.append("试验第").append(department).append("局,").append(name(number)).append(',');
      csv.append(code(number)).append(',');
      csv.append(CATEGORIES.get(number % CATEGORIES.size())).append(",BENCH").append(department);
      csv.append(",970101000000\n");
    }
    return csv.toString();
  }

  static String code(int number) {
    return "BN%06d-970101000000".formatted(number);
  }

  static String name(int number) {
    Random random = new Random(number * 7919L);
    String first = pick(WHO, random);
    String second = random.nextInt(3) == 0 ? "和" + pick(WHO, random) : "";
    String area = random.nextInt(4) == 0 ? "第" + random.nextInt(2000) + "号区域" : "";
    return area + first + second + pick(WHAT, random) + pick(HOW, random);
  }

  private static String pick(List<String> words, Random random) {
    return words.get(random.nextInt(words.size()));
  }

  /**
   * What people type: parts of names, initials, pinyin, codes, departments, with and without
   * mistakes.
   */
  static List<String> queries() {
    return List.of(
        "食品",
        "许可",
        "登记",
        "经营许可",
        "食品经营许可",
        "身份证",
        "社会保险",
        "备案",
        "教师资格认定",
        "医疗机构执业注册",
        "spjy",
        "sfz",
        "jsjx",
        "shbx",
        "jydw",
        "shipin",
        "shipinjingying",
        "jingyingxuke",
        "yiliao",
        "BN000123",
        "bn0005",
        "000777",
        "试验第3局",
        "syd",
        "食品经菅许可",
        "教师资各认定",
        "精英许可",
        "医疗器戒经营许可",
        "spjyxq",
        "shipinjinying",
        "食品 许可",
        "动物 备案",
        "道路货运许可",
        "房地产资格",
        "证",
        "a",
        "公共服务",
        "行政许可",
        "危险化学品经营许可（变更）",
        "没有这样的事");
  }
}
