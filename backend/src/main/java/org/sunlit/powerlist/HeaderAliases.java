package org.sunlit.powerlist;

import java.text.Normalizer;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The headers that mean a field by themselves: the words of the national service list standard
 * (政务服务事项基本目录和实施清单) and of lists seen in the wild. This table is the one place to add another; the
 * first of a field's headers wins when a file has several of them.
 */
final class HeaderAliases {
  private static final Map<ItemField, List<String>> ALIASES = new EnumMap<>(ItemField.class);

  static {
    put(
        ItemField.CODE,
        "事项编码",
        "实施编码",
        "实施清单编码",
        "权力编码",
        "职权编码",
        "服务编码",
        "基本编码",
        "编码",
        "item code");
    put(ItemField.NAME, "事项名称", "实施事项名称", "权力名称", "职权名称", "服务名称", "子项名称", "名称", "item name");
    put(ItemField.NAME_EN, "英文名称", "事项英文名称", "english name");
    put(ItemField.PARENT_NAME, "主项名称", "父项名称", "大项名称");
    put(ItemField.CATEGORY, "事项类型", "权力类型", "职权类型", "权力类别", "职权类别", "事项类别", "类型", "类别");
    put(
        ItemField.DEPARTMENT,
        "部门",
        "部门名称",
        "实施主体",
        "实施主体名称",
        "实施机关",
        "实施部门",
        "责任部门",
        "行使主体",
        "牵头部门");
    put(ItemField.DEPARTMENT_CODE, "部门编码", "部门代码", "实施主体编码", "实施主体代码", "统一社会信用代码");
    put(ItemField.REGION, "区划代码", "行政区划代码", "行政区划编码", "区域代码", "region code");
    put(ItemField.LEVEL, "行使层级", "权力层级", "实施层级", "层级");
    put(ItemField.STATUS, "事项状态", "状态");
    put(ItemField.CANCELLED_ON, "取消日期", "废止日期");
    put(ItemField.CLEANUP_ROUND, "清理轮次", "清理批次");
    put(ItemField.STATUS_REASON, "状态说明", "取消原因", "暂停原因");
    put(ItemField.EFFECTIVE_FROM, "生效日期", "启用日期", "实施日期");
    put(ItemField.HANDLING, "办件类型", "办理类型");
    put(ItemField.STATUTORY_LIMIT, "法定办结时限", "法定时限", "法定期限", "法定办理时限");
    put(ItemField.STATUTORY_UNIT, "法定办结时限单位", "法定时限单位", "法定期限单位");
    put(ItemField.PROMISED_LIMIT, "承诺办结时限", "承诺时限", "承诺期限", "承诺办理时限");
    put(ItemField.PROMISED_UNIT, "承诺办结时限单位", "承诺时限单位", "承诺期限单位");
    put(ItemField.ONLINE_DEPTH, "网办深度", "网上办理深度");
    put(ItemField.VISITS, "到办事现场次数", "到现场次数", "跑动次数");
    put(ItemField.SERVICE_FOR, "服务对象", "服务对象类型");
    put(ItemField.RESULT, "办理结果", "结果名称", "审批结果名称", "审批结果");
    put(ItemField.LEGAL_BASES, "设定依据", "实施依据", "法律依据", "政策依据", "法定依据");
    put(ItemField.CONDITIONS, "受理条件", "申请条件", "申报条件", "办理条件");
    put(ItemField.MATERIALS, "申请材料", "申报材料", "办理材料", "材料清单");
    put(ItemField.FEES, "收费", "收费标准", "收费情况", "是否收费");
    put(ItemField.WINDOW, "办理窗口", "窗口");
    put(ItemField.ADDRESS, "办理地点", "办理地址", "窗口地址");
    put(ItemField.HOURS, "办理时间", "办公时间");
    put(ItemField.TELEPHONES, "咨询电话", "咨询方式", "联系电话");
    put(ItemField.SUPERVISION_TELEPHONES, "监督电话", "投诉电话", "监督投诉电话", "监督投诉方式");
    put(ItemField.DUTIES, "责任事项", "对应责任");
    put(ItemField.ACCOUNTABILITY, "追责情形", "追责情形及依据");
  }

  private record Meaning(ItemField field, int rank) {}

  private static final Map<String, Meaning> MEANINGS = meanings();

  private HeaderAliases() {}

  private static void put(ItemField field, String... headers) {
    ALIASES.put(field, List.of(headers));
  }

  private static Map<String, Meaning> meanings() {
    Map<String, Meaning> meanings = new HashMap<>();
    ALIASES.forEach(
        (field, headers) -> {
          meanings.put(normal(field.code()), new Meaning(field, headers.size()));
          for (int rank = 0; rank < headers.size(); rank++) {
            meanings.put(normal(headers.get(rank)), new Meaning(field, rank));
          }
        });
    return meanings;
  }

  /** What a header means by itself. */
  static Optional<ItemField> meaning(String header) {
    return Optional.ofNullable(MEANINGS.get(normal(header))).map(Meaning::field);
  }

  /** How well a header says its field; 0 is best. */
  static int rank(String header) {
    return MEANINGS.get(normal(header)).rank();
  }

  /**
   * Headers are compared without case, width, spaces, marks of required columns and remarks in
   * brackets.
   */
  static String normal(String header) {
    return Normalizer.normalize(header, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .replaceAll("\\([^)]*\\)", "")
        .replaceAll("[\\s*:：、_-]", "");
  }
}
