import java.io.BufferedWriter;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/**
 * {@code ROWS}: a made-up list of items under the usual headers, the same at every run. Names are
 * put together from fields, things and acts as real ones are, so that words repeat as they do
 * there.
 */
final class ItemList {
  private static final String[] FIELDS = {
    "食品", "药品", "医疗器械", "化妆品", "特种设备", "道路运输", "水路运输", "建筑工程", "市政工程", "燃气", "供水", "排水", "林木",
    "草原", "渔业", "畜牧", "农药", "兽药", "种子", "饲料", "文化娱乐", "出版物", "旅游", "体育", "民办教育", "职业培训", "人力资源",
    "社会组织", "殡葬", "养老服务", "残疾人", "医疗机构", "放射诊疗", "公共场所卫生", "危险化学品", "烟花爆竹", "矿山", "土地", "测绘",
    "不动产", "户外广告", "城市绿化", "环境影响", "排污", "固体废物", "水土保持", "取水", "河道", "气象", "消防", "保安", "网络",
    "宗教", "民族", "广播电视", "电力", "粮食", "价格", "统计", "档案"
  };
  private static final String[] THINGS = {
    "经营", "生产", "使用", "单位", "项目", "企业", "个体工商户", "从业人员", "场所", "设施", "车辆", "船舶", "人员资格", "质量",
    "安全", "价格", "培训机构", "检验", "广告", "合同", "进出口", "批发", "零售", "储存", "运输", "施工", "设计方案", "规划", "验收",
    "档案", "信息", "专项资金", "示范基地", "年度"
  };
  private static final String[] ACTS = {
    "许可", "许可变更", "许可延续", "许可注销", "许可证补发", "备案", "备案变更", "设立登记", "变更登记", "注销登记", "资格认定", "资格确认",
    "等级评定", "审批", "审查", "核准", "监督检查", "行政处罚", "查封扣押", "费用征收", "补贴发放", "补助申领", "奖励", "纠纷裁决",
    "信息查询", "政策咨询", "证明出具", "年度报告", "竣工验收备案", "停业歇业办理", "检验检测", "监测", "数据共享", "预约", "投诉受理",
    "调解", "公示", "论证", "评估", "监理", "推荐", "初审", "转报", "认证", "指导", "培训", "宣传", "登记建档", "复核", "听证"
  };
  private static final String[] DEPARTMENTS = {
    "市场监督管理局", "发展和改革委员会", "教育局", "科学技术局", "公安局", "民政局", "司法局", "财政局", "人力资源和社会保障局",
    "自然资源局", "生态环境局", "住房和城乡建设局", "交通运输局", "水利局", "农业农村局", "商务局", "文化和旅游局", "卫生健康委员会",
    "应急管理局", "林业局"
  };

  public static void main(String... args) {
    int rows = Integer.parseInt(args[0]);
    int possible = FIELDS.length * THINGS.length * ACTS.length;
    try (PrintWriter out =
        new PrintWriter(
            new BufferedWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8)))) {
      out.print("部门,主项名称,事项名称,事项编码,事项类型,部门编码,区划代码\r\n");
      for (int row = 0; row < rows; row++) {
        // A step that shares no factor with the number of names visits each of them once.
        int name = (int) (row * 38_183L % possible);
        String act = ACTS[name % ACTS.length];
        String thing = THINGS[name / ACTS.length % THINGS.length];
        String field = FIELDS[name / ACTS.length / THINGS.length];
        int department = row % DEPARTMENTS.length;
        out.printf(
            "晴川市%s,,%s%s%s,TEST-%06d,%s,D%02d,990100000000\r\n",
            DEPARTMENTS[department], field, thing, act, row, category(act), department);
      }
    }
  }

  private static String category(String act) {
    if (act.startsWith("许可") || act.equals("审批") || act.equals("核准")) {
      return "行政许可";
    }
    return switch (act) {
      case "监督检查", "监测", "检验检测" -> "行政检查";
      case "行政处罚" -> "行政处罚";
      case "查封扣押" -> "行政强制";
      case "费用征收" -> "行政征收";
      case "补贴发放", "补助申领" -> "行政给付";
      case "奖励" -> "行政奖励";
      case "纠纷裁决" -> "行政裁决";
      case "资格认定", "资格确认", "等级评定", "认证" -> "行政确认";
      case "信息查询", "政策咨询", "预约", "指导", "培训", "宣传", "证明出具" -> "公共服务";
      default -> "其他行政权力";
    };
  }
}
